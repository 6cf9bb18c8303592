using System.Globalization;
using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests;

public sealed class DeterminismTests
{
    private const string First = """
        public enum Kind { A, B }
        public partial class Zebra { [MonitoredOperation(Buckets = new[] { 0.5, 1.5 })] public void B([MetricLabel] Kind kind) { } [MonitoredOperation] public void A() { } }
        """;

    private const string Second = "[MonitoredOperation] public partial class Ant { public void M() { } public int P { [MonitoredOperation] get => 1; } }";

    [Fact]
    public void Order_of_files_changes_nothing()
    {
        var one = TestCompilation.Create([TestCompilation.Parse(TestCompilation.Usings + First, "a.cs"), TestCompilation.Parse(TestCompilation.Usings + Second, "b.cs")]);
        var other = TestCompilation.Create([TestCompilation.Parse(TestCompilation.Usings + Second, "b.cs"), TestCompilation.Parse(TestCompilation.Usings + First, "a.cs")]);
        Assert.Equal(Text(one), Text(other));
    }

    [Fact]
    public void Culture_and_line_ends_of_the_source_change_nothing()
    {
        var expected = Text(TestCompilation.Create(First, Second));
        var culture = CultureInfo.CurrentCulture;
        try
        {
            // Turkish for its letters, where the system knows of languages at all.
            var name = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Any(static known => known.Name == "tr-TR") ? "tr-TR" : "";
            CultureInfo.CurrentCulture = new CultureInfo(name) { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
            var actual = Text(TestCompilation.Create([First.ReplaceLineEndings("\r\n"), Second.ReplaceLineEndings("\r\n")]));
            Assert.Equal(expected, actual);
            Assert.DoesNotContain("\r", actual, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string Text(Microsoft.CodeAnalysis.CSharp.CSharpCompilation compilation) =>
        string.Join("\n", GeneratorRun.Clean(compilation).Files.Select(file => file.HintName + "\n" + file.SourceText));
}
