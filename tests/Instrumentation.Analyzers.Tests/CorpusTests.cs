using System.Reflection;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Tests;

/// <summary>
/// Code as people write it, in three styles, with bounded and unbounded labels side by side. All rules run over it, and report what is marked and nothing else.
/// </summary>
public class CorpusTests
{
    private static readonly DiagnosticAnalyzer[] s_analyzers =
    [
        .. typeof(RuleAnalyzer).Assembly.GetTypes()
            .Where(static type => !type.IsAbstract && type.IsAssignableTo(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    private static readonly string s_folder = Path.Combine(
        typeof(CorpusTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!,
        "tests",
        "Instrumentation.Analyzers.Tests",
        "Corpus");

    [Theory]
    [InlineData("Attributes", "", false)]
    [InlineData("Meter", Stubs.AspNetCore, true)]
    [InlineData("PrometheusNet", Stubs.AspNetCore + Stubs.Prometheus, true)]
    public async Task What_is_marked_is_reported_and_nothing_else(string name, string stubs, bool compiles)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(s_folder, name + ".cs"), TestContext.Current.CancellationToken);
        var markup = Markup.Parse(text.Replace($"namespace {Namespace(text)};", $"namespace {Namespace(text)} {{", StringComparison.Ordinal) + "}\n" + stubs);
        using var workspace = new AdhocWorkspace();
        var document = Verify.Add(workspace, markup.Source, editorConfig: null);
        if (compiles)
        {
            var compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
            Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity == DiagnosticSeverity.Error));
        }

        var found = await Verify.Diagnose(document, [.. s_analyzers]);

        Assert.Equal(
            markup.Expected.Select(expected => $"{expected.Id}: {markup.Source[expected.Span.Start..expected.Span.End]}").Order(StringComparer.Ordinal),
            found.Select(d => $"{d.Id}: {markup.Source[d.Location.SourceSpan.Start..d.Location.SourceSpan.End]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Expressions_are_told_apart_by_what_they_are()
    {
        var source = await File.ReadAllTextAsync(Path.Combine(s_folder, "Values.cs"), TestContext.Current.CancellationToken) + Stubs.AspNetCore + Stubs.Prometheus;
        using var workspace = new AdhocWorkspace();
        var document = Verify.Add(workspace, source, editorConfig: null);
        var compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity == DiagnosticSeverity.Error));

        var found = await Verify.Diagnose(document, new INST030UnboundedTagAnalyzer());

        var lines = source.Split('\n');
        Assert.Equal(
            lines.Where(static line => line.EndsWith("// reported", StringComparison.Ordinal)),
            found.Select(static d => d.Location.GetLineSpan().StartLinePosition.Line).Distinct().Order().Select(line => lines[line]));
    }

    private static string Namespace(string text)
    {
        var start = text.IndexOf("namespace ", StringComparison.Ordinal) + "namespace ".Length;
        return text[start..text.IndexOf(';', start)];
    }
}
