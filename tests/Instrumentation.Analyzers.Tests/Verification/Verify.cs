using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Analyzers.Tests.Verification;

/// <summary>Runs one analyzer, and one fix, over marked source.</summary>
internal static class Verify
{
    /// <summary>The analyzer reports exactly what the markup says, whether or not it compiles without generated code.</summary>
    internal static async Task Analyzer<TAnalyzer>(string marked, string? editorConfig = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var markup = Markup.Parse(marked);
        using var workspace = new AdhocWorkspace();
        var document = Add(workspace, markup.Source, editorConfig);
        Compare(new TAnalyzer(), markup, await Diagnose(document, new TAnalyzer()));
    }

    /// <summary>As <see cref="Analyzer"/>, for source that compiles without generated code: a mistake in it would make any "does not trigger" true.</summary>
    internal static async Task CompiledAnalyzer<TAnalyzer>(string marked, string? editorConfig = null)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        using var workspace = new AdhocWorkspace();
        var compilation = (await Add(workspace, Markup.Parse(marked).Source, editorConfig: null).Project.GetCompilationAsync())!;
        Assert.Empty(compilation.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error));
        await Analyzer<TAnalyzer>(marked, editorConfig);
    }

    /// <summary>The fix turns the marked source into the other, and nothing is left to report there unless the other is marked as well.</summary>
    internal static async Task Fix<TAnalyzer, TFix>(string marked, string fixedMarked, int action = 0)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var (document, actions) = await Offer<TAnalyzer, TFix>(workspace, marked);
        Assert.True(actions.Count > action, $"The fix offers {actions.Count} action(s).");
        Assert.All(actions, static a => Assert.False(string.IsNullOrEmpty(a.EquivalenceKey)));
        await Applied<TAnalyzer>(document, actions[action], Markup.Parse(fixedMarked));
    }

    /// <summary>The mistake is reported, and no fix is offered.</summary>
    internal static async Task NoFix<TAnalyzer, TFix>(string marked)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        using var workspace = new AdhocWorkspace();
        var (_, actions) = await Offer<TAnalyzer, TFix>(workspace, marked);
        Assert.Empty(actions);
    }

    /// <summary>Fixing all occurrences in the document at once gives the other source.</summary>
    internal static async Task FixAll<TAnalyzer, TFix>(string marked, string fixedMarked)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var markup = Markup.Parse(marked);
        using var workspace = new AdhocWorkspace();
        var document = Add(workspace, markup.Source, editorConfig: null);
        var diagnostics = await Diagnose(document, new TAnalyzer());
        Compare(new TAnalyzer(), markup, diagnostics);

        var fix = new TFix();
        CodeAction? first = null;
        await fix.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (a, _) => first ??= a, default));
        var provider = fix.GetFixAllProvider();
        Assert.NotNull(provider);
        var all = await provider.GetFixAsync(new FixAllContext(
            document, fix, FixAllScope.Document, first!.EquivalenceKey, fix.FixableDiagnosticIds, new FoundDiagnostics(diagnostics), default));
        Assert.NotNull(all);
        await Applied<TAnalyzer>(document, all, Markup.Parse(fixedMarked));
    }

    /// <summary>The marked source, and what the fix offers for the first of its mistakes.</summary>
    private static async Task<(Document Document, List<CodeAction> Actions)> Offer<TAnalyzer, TFix>(AdhocWorkspace workspace, string marked)
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var markup = Markup.Parse(marked);
        var document = Add(workspace, markup.Source, editorConfig: null);
        var diagnostics = await Diagnose(document, new TAnalyzer());
        Compare(new TAnalyzer(), markup, diagnostics);

        var actions = new List<CodeAction>();
        await new TFix().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostics[0], (a, _) => actions.Add(a), default));
        return (document, actions);
    }

    private static async Task Applied<TAnalyzer>(Document document, CodeAction action, Markup expected)
        where TAnalyzer : DiagnosticAnalyzer, new()
    {
        var operation = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(default)));
        var changed = operation.ChangedSolution.GetDocument(document.Id)!;
        Assert.Equal(expected.Source, (await changed.GetTextAsync()).ToString());
        Compare(new TAnalyzer(), expected, await Diagnose(changed, new TAnalyzer()));
    }

    internal static Document Add(AdhocWorkspace workspace, string source, string? editorConfig)
    {
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: TestCompilation.Options,
            parseOptions: TestCompilation.ParseOptions,
            metadataReferences: TestCompilation.References));
        project = project.AddDocument("GlobalUsings.cs", SourceText.From(TestCompilation.GlobalUsings), filePath: "/src/GlobalUsings.cs").Project;
        if (editorConfig is not null)
        {
            project = project.AddAnalyzerConfigDocument(".editorconfig", SourceText.From(editorConfig), filePath: "/src/.editorconfig").Project;
        }

        return project.AddDocument("Test.cs", SourceText.From(source), filePath: "/src/Test.cs");
    }

    internal static async Task<ImmutableArray<Diagnostic>> Diagnose(Document document, params ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var compilation = (await document.Project.GetCompilationAsync())!;
        var failures = new List<Exception>();
        var diagnostics = await compilation
            .WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
                document.Project.AnalyzerOptions, (exception, _, _) => failures.Add(exception), concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync();
        Assert.Empty(failures);
        return [.. diagnostics.OrderBy(static d => d.Location.SourceSpan.Start).ThenBy(static d => d.Id, StringComparer.Ordinal)];
    }

    private static void Compare(DiagnosticAnalyzer analyzer, Markup markup, ImmutableArray<Diagnostic> actual)
    {
        var only = analyzer.SupportedDiagnostics.Length == 1 ? analyzer.SupportedDiagnostics[0].Id : null;
        var expected = markup.Expected
            .Select(e => $"{e.Id ?? only ?? throw new InvalidOperationException("Name the diagnostic: {|INST001:…|}.")} at {e.Span} '{Text(e.Span)}'")
            .Order(StringComparer.Ordinal);
        var found = actual.Select(d => $"{d.Id} at {d.Location.SourceSpan} '{Text(d.Location.SourceSpan)}'").Order(StringComparer.Ordinal);
        Assert.True(
            expected.SequenceEqual(found),
            $"Expected:\n  {string.Join("\n  ", expected)}\nReported:\n  {string.Join("\n  ", actual.Select(static d => d.ToString()))}");

        string Text(TextSpan span) => markup.Source[span.Start..span.End];
    }

    private sealed class FoundDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(diagnostics.Where(d => d.Location.SourceTree?.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
