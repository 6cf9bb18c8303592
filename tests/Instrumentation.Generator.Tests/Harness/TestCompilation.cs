using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Tests.Harness;

/// <summary>Compilations as a project of the strictest kind has them: nullable, every warning wave, documentation parsed.</summary>
internal static class TestCompilation
{
    public const string Usings = """
        using System;
        using System.Collections;
        using System.Collections.Generic;
        using System.Diagnostics.CodeAnalysis;
        using System.Threading;
        using System.Threading.Tasks;
        using Instrumentation;

        """;

    public static readonly CSharpParseOptions ParseOptions =
        CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.CSharp14).WithDocumentationMode(DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => path.StartsWith(Path.GetDirectoryName(typeof(object).Assembly.Location)!, StringComparison.Ordinal))
            .Append(typeof(MonitoredOperationAttribute).Assembly.Location)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>A source file as the compilation has it. The path is fixed: it is part of what a deterministic build depends on.</summary>
    public static SyntaxTree Parse(string source, string path = "Source.cs", CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, System.Text.Encoding.UTF8), options ?? ParseOptions, path);

    public static CSharpCompilation Create(params string[] sources) =>
        Create([.. sources.Select((source, index) => Parse(Usings + source, $"Source{index}.cs"))]);

    public static CSharpCompilation Create(
        SyntaxTree[] trees, OutputKind kind = OutputKind.DynamicallyLinkedLibrary, string name = "Game.Server", params MetadataReference[] references) =>
        CSharpCompilation.Create(
            name,
            trees,
            s_references.AddRange(references),
            new CSharpCompilationOptions(
                kind,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                deterministic: true,
                specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress)]));
}
