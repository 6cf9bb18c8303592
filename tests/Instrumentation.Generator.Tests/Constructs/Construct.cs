using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests.Constructs;

/// <summary>Checks of a construct that is taken: it compiles without a warning, and each wrapper finds its method and its twin.</summary>
internal static class Construct
{
    /// <param name="source">Code without namespace or usings.</param>
    /// <param name="wrappers">How many methods are to be woven.</param>
    public static string IsWrapped(string source, int wrappers = 1) => IsWrapped(TestCompilation.Create(source), wrappers);

    public static string IsWrapped(CSharpCompilation compilation, int wrappers = 1)
    {
        var run = GeneratorRun.Clean(compilation);
        var found = run.Wrappers().ToArray();
        Assert.Equal(wrappers, found.Length);
        foreach (var wrapper in found)
        {
            wrapper.FindTarget();
        }

        return string.Join("\n", run.Files.Select(file => file.SourceText.ToString()));
    }

    /// <summary>A partial method of which the wrapper is the implementing part: nothing is woven.</summary>
    public static string IsImplemented(string source) => IsWrapped(source, wrappers: 0);
}
