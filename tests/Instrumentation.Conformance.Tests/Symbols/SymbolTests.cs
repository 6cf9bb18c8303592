using Instrumentation.Conformance.Tests.Catalogue;
using Instrumentation.Conformance.Tests.Constructs;
using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Symbols;

/// <summary>
/// A debugger sees of every method that was written by hand what it sees without instrumentation: lines, names of locals, which method a state
/// machine belongs to, scopes of hoisted locals, where to step over an await.
/// </summary>
public sealed class SymbolTests(ConstructBuilds builds)
{
    [Theory]
    [InlineData("debug.portable")]
    [InlineData("debug.embedded")]
    [InlineData("release.portable")]
    [InlineData("release.embedded")]
    [Covers("hoisted local scopes, async stepping and local names in the debugger", "stack traces keep file and line")]
    public void Say_of_each_method_what_they_say_unmonitored(string variant)
    {
        using var plain = new Symbols(builds.Assembly(Variant.Of(variant).Plain));
        using var monitored = new Symbols(builds.Assembly(variant));

        Assert.Equal(variant.EndsWith("embedded", StringComparison.Ordinal), monitored.IsEmbedded);
        var expected = plain.Methods();
        var actual = monitored.Methods();
        foreach (var (method, symbols) in expected)
        {
            // What is compiled into one of the two only.
            if (method.Contains("Harness", StringComparison.Ordinal) || method.Contains("Tallies", StringComparison.Ordinal))
            {
                continue;
            }

            Assert.True(actual.TryGetValue(method, out var found), $"There are no symbols for {method}.");
            Assert.Equal((method, symbols), (method, found));
        }
    }

    [Theory]
    [InlineData("debug.portable")]
    [InlineData("release.embedded")]
    [Covers("SourceLink")]
    public void Keep_the_source_link(string variant)
    {
        using var symbols = new Symbols(builds.Assembly(variant));

        Assert.Equal(File.ReadAllText(Repository.TestAssembly("Constructs/sourcelink.json")), symbols.SourceLink);
    }
}
