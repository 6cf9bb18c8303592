using Instrumentation.Generator.Emission;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Tests.Harness;

/// <summary>One run of the generator over a compilation.</summary>
internal sealed class GeneratorRun
{
    private GeneratorRun(Compilation output, GeneratorDriver driver)
    {
        Output = output;
        Result = driver.GetRunResult();
    }

    public Compilation Output { get; }

    public GeneratorDriverRunResult Result { get; }

    public IReadOnlyList<GeneratedSourceResult> Files => Result.Results.Single().GeneratedSources;

    /// <summary>Runs over sources that start with the usual usings, and fails unless everything compiles without a warning.</summary>
    public static GeneratorRun Clean(params string[] sources) => Clean(TestCompilation.Create(sources));

    public static GeneratorRun Clean(CSharpCompilation compilation)
    {
        var run = Over(compilation);
        var complaints = run.Complaints().ToArray();
        Assert.True(
            complaints.Length == 0,
            string.Join("\n", complaints.Select(complaint => $"{complaint}\n    {complaint.Location.SourceTree?.GetText().Lines[complaint.Location.GetLineSpan().StartLinePosition.Line]}")));
        return run;
    }

    public static GeneratorRun Over(CSharpCompilation compilation)
    {
        var driver = CSharpGeneratorDriver
            .Create([new InstrumentationGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics, TestContext.Current.CancellationToken);
        Assert.Empty(diagnostics);
        return new(output, driver);
    }

    /// <summary>Warnings and errors, those of emitting included: some rules about refs and spans are checked there only.</summary>
    public IEnumerable<Diagnostic> Complaints() =>
        Output.Emit(Stream.Null, cancellationToken: TestContext.Current.CancellationToken).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);

    public string File(string hintName) => Files.Single(file => file.HintName == hintName).SourceText.ToString();

    public string Registration() => File(RegistrationFile.HintName);

    /// <summary>The wrappers: methods that the weaver would put in the place of others.</summary>
    public IEnumerable<Wrapper> Wrappers() => Types(Output.Assembly.GlobalNamespace)
        .SelectMany(type => type.GetMembers().OfType<IMethodSymbol>())
        .SelectMany(method => method.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.Name == "WrapsAttribute")
            .Select(attribute => new Wrapper(
                method, (string)attribute.ConstructorArguments[0].Value!, (string)attribute.ConstructorArguments[1].Value!)));

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
