using System.Globalization;
using System.Reflection;
using System.Text;
using Constructs.Harness;
using Instrumentation.Conformance.Tests.Constructs;

namespace Instrumentation.Conformance.Tests.Catalogue;

/// <summary>Which scenarios and tests prove which item of the list; printed as <c>docs/conformance.md</c>.</summary>
internal static class CoverageTable
{
    /// <summary>By item, what proves it.</summary>
    public static ILookup<string, string> Proofs { get; } = Scenarios().Concat(Tests()).Concat(Others()).ToLookup(proof => proof.Item, proof => proof.Name);

    public static string Print()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture,
            $"""
            # Conformance

            What a monitored method may be or stand in. For each item: it works as if it were not monitored and is counted exactly once, or it is
            refused at compile time by a rule that names it. This page is printed by `Instrumentation.Conformance.Tests`, which also checks that it
            is up to date; to print it anew, run that project's tests with `UPDATE_CONFORMANCE=1`.

            A name in *italics* is a scenario of `tests/TestAssemblies/Constructs`: one set of sources, compiled with and without instrumentation.
            Each of the {Scenario.All().Count()} scenarios runs in each of these builds, beside the same build unmonitored, and must see the same results, exceptions
            (type, message, file and line of every frame), changes of `ref`s and ambient state; and the operations must have moved by exactly the calls
            that were made:

            {string.Join('\n', Variant.All.Select(variant => $"- {variant.Title}"))}

            Under `runtime-async=on` stack traces are compared in a scenario of their own, because the runtime lists frames of one and the same call
            differently from run to run. A name in plain type is a test.

            """);
        foreach (var section in ConformanceList.Sections)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {section.Title}\n\n| item | proved by |\n|---|---|\n");
            foreach (var item in section.Items)
            {
                text.Append(CultureInfo.InvariantCulture, $"| {Cell(item)} | {Cell(string.Join(", ", Proofs[item].Order(StringComparer.Ordinal)))} |\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    private static IEnumerable<(string Item, string Name)> Scenarios() =>
        from scenario in Scenario.All()
        from item in scenario.Items
        select (item, $"*{scenario.Name}*");

    private static IEnumerable<(string Item, string Name)> Tests() =>
        from type in typeof(CoverageTable).Assembly.GetTypes()
        from method in type.GetMethods()
        let covers = method.GetCustomAttribute<CoversAttribute>()
        where covers is not null
        from item in covers.Items
        select (item, $"{type.Name}.{method.Name}");

    private static IEnumerable<(string Item, string Name)> Others() =>
        from test in Elsewhere.Tests
        let type = Path.GetFileNameWithoutExtension(test.File)
        select (test.Item, test.Test == type ? type : $"{type}.{test.Test}");
}
