using System.Text.Json;
using System.Text.RegularExpressions;
using Instrumentation.Conformance.Tests.Catalogue;
using Instrumentation.Conformance.Tests.Constructs;
using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Refusals;

/// <summary>
/// What cannot be monitored is refused by a rule that names it, in a real build; and the project still compiles, is woven and runs, without
/// having been measured where it was refused.
/// </summary>
public sealed partial class RefusalTests(ConstructBuilds builds)
{
    private static readonly Lazy<ILookup<string, (string Rule, string Message)>> s_findings = new(() =>
        Findings("true").Concat(Findings("constructors")).ToLookup(found => found.File, found => (found.Rule, found.Message)));

    public static TheoryData<string> Constructs() =>
        [.. Directory.GetFiles(Repository.TestAssembly("Refused"), "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)!).Where(name => name != "Program").Order()];

    [Theory]
    [MemberData(nameof(Constructs))]
    [Covers(
        "custom task types",
        "a method with its own [AsyncMethodBuilder]",
        "file-local type (refused)",
        "type not partial (refused, with a fix that makes it and its containers partial)",
        "constructor, finalizer (refused)",
        "local function, lambda (refused, or measured)",
        "extern, [UnmanagedCallersOnly] (refused)",
        "partial method",
        "interface")]
    public void Is_refused_by_a_rule_that_names_it(string construct)
    {
        _ = builds.Log;
        var expected = Header().Match(File.ReadLines(Repository.TestAssembly($"Refused/{construct}.cs")).First());
        Assert.True(expected.Success, $"{construct}.cs does not say which rule it expects.");

        var found = Assert.Single(s_findings.Value[construct], finding => finding.Rule.StartsWith("INST", StringComparison.Ordinal) || finding.Rule == "CS0592");

        Assert.Equal(expected.Groups["rule"].Value, found.Rule);
        Assert.Contains(expected.Groups["words"].Value, found.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Without_the_rules_everything_compiles_and_runs_unmeasured()
    {
        _ = builds.Log;
        var result = Cli.Dotnet(Repository.Root, Repository.TestAssembly("Refused/bin/false/Refused.dll"));

        Assert.True(result.ExitCode == 0, result.All + builds.Log);
        Assert.Equal(
            """
            Abstract: 10
            Constructor: 1
            ContainerNotPartial: 9
            CoreMissing: 15
            CustomTaskType: 12
            Extern: 5
            FileLocalType: 7
            Finalizer: 2
            InterfaceMember: 11
            Lambda: 4
            LocalFunction: 3
            NotPartial: 8
            OwnBuilder: 13
            StaticConstructor: 14
            UnmanagedCallersOnly: 6
            operations:
            """,
            result.Output.Trim().ReplaceLineEndings("\n"));
    }

    private static IEnumerable<(string File, string Rule, string Message)> Findings(string reported)
    {
        using var log = JsonDocument.Parse(File.ReadAllText(Repository.TestAssembly($"Refused/obj/{reported}/findings.sarif")));
        return
        [
            .. from result in log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
               let place = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri")
               select (
                   Path.GetFileNameWithoutExtension(place.GetString()!),
                   result.GetProperty("ruleId").GetString()!,
                   result.GetProperty("message").GetProperty("text").GetString()!),
        ];
    }

    [GeneratedRegex(@"^// (?<rule>\w+) (?<words>.+)$")]
    private static partial Regex Header();
}
