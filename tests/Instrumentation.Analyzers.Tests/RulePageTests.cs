using System.Reflection;
using System.Text.RegularExpressions;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests;

/// <summary>Each rule has a page; what the page says is reported is reported, and what it says is accepted is accepted.</summary>
public partial class RulePageTests
{
    private static readonly string s_pages = Path.Combine(
        typeof(RulePageTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!,
        "docs",
        "rules");

    private static readonly DiagnosticAnalyzer[] s_analyzers =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly Dictionary<string, DiagnosticDescriptor> s_rules = s_analyzers
        .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
        .ToDictionary(static rule => rule.Id);

    private static readonly HashSet<string> s_fixed =
    [
        .. typeof(CodeFixes.Fixes.RuleFix).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(CodeFixProvider)))
            .SelectMany(static type => ((CodeFixProvider)Activator.CreateInstance(type)!).FixableDiagnosticIds),
    ];

    public static TheoryData<string> Rules() => [.. s_rules.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task The_page_agrees_with_the_rule(string id)
    {
        var rule = s_rules[id];
        var page = await File.ReadAllTextAsync(Path.Combine(s_pages, $"{id}.md"), TestContext.Current.CancellationToken);

        Assert.StartsWith($"# {id}: {rule.Title}\n\nSeverity: {rule.DefaultSeverity}. The{(s_fixed.Contains(id) ? " fix " : "re is no automatic fix.")}", page, StringComparison.Ordinal);
        Assert.EndsWith($"/docs/rules/{id}.md", rule.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains(id, await Report(Block(page, "Reported")));
        Assert.Empty(await Report(Block(page, "Accepted")));
    }

    [Fact]
    public async Task The_index_lists_every_rule_as_it_is()
    {
        var index = await File.ReadAllTextAsync(Path.Combine(s_pages, "README.md"), TestContext.Current.CancellationToken);
        var rows = s_rules.Values
            .OrderBy(static rule => rule.Id, StringComparer.Ordinal)
            .Select(static rule => $"| [{rule.Id}]({rule.Id}.md) | {rule.Title} | {rule.DefaultSeverity} | {(s_fixed.Contains(rule.Id) ? "yes" : "no")} |");

        Assert.EndsWith(string.Join("\n", rows) + "\n", index, StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> Report(string source)
    {
        using var workspace = new AdhocWorkspace();
        return (await Verify.Diagnose(Verify.Add(workspace, source, editorConfig: null), [.. s_analyzers])).Select(static d => d.Id);
    }

    private static string Block(string page, string heading) =>
        Fence().Match(page[page.IndexOf($"## {heading}", StringComparison.Ordinal)..]).Groups["code"].Value;

    [GeneratedRegex(@"^```(csharp|c#)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
