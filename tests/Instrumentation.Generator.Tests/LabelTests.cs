using System.Reflection;
using System.Runtime.Loader;
using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests;

/// <summary>Runs the generated functions that turn arguments into the number of a series.</summary>
public sealed class LabelTests
{
    private const string Enums = """
        public enum Plain { A, B, C }
        public enum Gaps { Low = -5, Mid = 3, High = 100 }
        public enum Alias { A, Same = A, B, C = 2 }
        public enum Unordered { Two = 2, Zero = 0, One = 1 }
        public enum Huge : ulong { A, Max = ulong.MaxValue }
        public enum Long : long { A, B }
        public enum Tiny : sbyte { A, B }
        public enum WithNone { None, Other, Some }
        public enum SameText { [LabelValue("x")] A, [LabelValue("x")] B, C }
        [Flags] public enum Bits { None = 0, A = 1, B = 2, C = 4 }
        """;

    [Theory]
    [InlineData("bool", "false true", "0 1", 2)]
    [InlineData("bool?", "false true null", "0 1 2", 3)]
    [InlineData("Plain", "Plain.A Plain.C (Plain)3 (Plain)(-1) (Plain)int.MinValue", "0 2 3 3 3", 4)]
    [InlineData("Plain?", "Plain.A Plain.C null (Plain)3 (Plain)(-1)", "0 2 3 4 4", 5)]
    [InlineData("Gaps", "Gaps.Low Gaps.Mid Gaps.High (Gaps)0", "0 1 2 3", 4)]
    [InlineData("Gaps?", "Gaps.Low null (Gaps)0", "0 3 4", 5)]
    [InlineData("Alias", "Alias.A Alias.Same Alias.B Alias.C (Alias)9", "0 0 1 2 3", 4)]
    [InlineData("Unordered", "Unordered.Zero Unordered.One Unordered.Two (Unordered)3", "0 1 2 3", 4)]
    [InlineData("Huge", "Huge.A Huge.Max (Huge)1", "0 1 2", 3)]
    [InlineData("Long", "Long.A Long.B (Long)0x100000000 (Long)(-1)", "0 1 2 2", 3)]
    [InlineData("Tiny", "Tiny.A Tiny.B (Tiny)(-1)", "0 1 2", 3)]
    [InlineData("WithNone?", "WithNone.None WithNone.Other null (WithNone)9 WithNone.Some", "0 1 0 1 2", 3)]
    [InlineData("SameText", "SameText.A SameText.B SameText.C (SameText)7", "0 0 1 2", 3)]
    [InlineData("Bits", "Bits.None Bits.A Bits.C (Bits)3", "0 1 3 4", 5)]
    [InlineData("DayOfWeek", "DayOfWeek.Sunday DayOfWeek.Saturday (DayOfWeek)7", "0 6 7", 8)]
    public void Index_of(string type, string arguments, string expected, int count) =>
        Check($"[MetricLabel] {type} a", [.. arguments.Split(' ')], expected, count);

    [Theory]
    [InlineData("Values = new[] { \"eu\", \"us\\n\" }", "\"eu\" \"us\\n\" null! \"EU\" \"\"", "0 1 2 3 3", 4)]
    [InlineData("Values = new[] { \"none\", \"other\" }", "\"none\" \"other\" null! \"x\"", "0 1 0 1", 2)]
    [InlineData("Limit = 2", "\"b\" \"a\" \"c\" null! \"b\"", "0 1 3 2 0", 4)]
    public void Index_of_string(string bounds, string arguments, string expected, int count) =>
        Check($"[MetricLabel({bounds})] string a", arguments.Split(' '), expected, count);

    [Fact]
    public void Labels_multiply() =>
        Check(
            "[MetricLabel] bool a, int between, [MetricLabel] Plain b, [MetricLabel(Values = new[] { \"x\" })] string? c",
            ["false, Plain.A, \"x\"", "false, Plain.A, null", "true, Plain.C, \"y\"", "true, (Plain)9, \"y\""],
            "0 1 20 23",
            24);

    [Theory]
    [InlineData("WeaponType", "weapon_type")]
    [InlineData("HTTPStatus2", "http_status2")]
    [InlineData("userID", "user_id")]
    [InlineData("A", "a")]
    [InlineData("_x", "_x")]
    [InlineData("Already_Split", "already_split")]
    [InlineData("Level2Boss", "level2_boss")]
    public void Snake_case(string name, string expected) => Assert.Equal(expected, Parsing.SnakeCase.Of(name));

    private static void Check(string parameters, string[] calls, string expected, int count)
    {
        // A name of its own: the operations of all cases end up in one registry.
        var name = Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(parameters, quote: true);
        var compilation = TestCompilation.Create($$"""
            {{Enums}}
            public partial class C { [MonitoredOperation({{name}})] public void M({{parameters}}) { } }
            public partial class C { public static int[] Indices() => new[] { {{string.Join(", ", calls.Select(call => $"M__Series({call})"))}} }; }
            """);

        // A negative value must read "other" in a checked context as well.
        var run = GeneratorRun.Clean(compilation.WithOptions(compilation.Options.WithOverflowChecks(true)));
        Assert.Contains($"= {count} at most", run.File("C.g.cs"), StringComparison.Ordinal);
        Assert.Equal(expected.Split(' ').Select(int.Parse), Run(run));
    }

    private static int[] Run(GeneratorRun run)
    {
        using var image = new MemoryStream();
        Assert.True(run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        var context = new AssemblyLoadContext("labels", isCollectible: true);
        try
        {
            return (int[])context.LoadFromStream(image).GetType("C")!.GetMethod("Indices", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null)!;
        }
        finally
        {
            context.Unload();
        }
    }
}
