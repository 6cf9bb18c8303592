using System.Reflection;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Docs.Tests;

public class SnippetTests
{
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.Extensions.Configuration;
        global using Microsoft.Extensions.DependencyInjection;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Logging;
        """;

    internal static readonly string Root = typeof(SnippetTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!;

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                    || name.StartsWith("Microsoft.Extensions", StringComparison.Ordinal)
                    // The generator holds the parser's sources as well, and no application refers to it.
                    || (name.StartsWith("Instrumentation.", StringComparison.Ordinal) && name != "Instrumentation.Generator.dll")
                    || name is "netstandard.dll" or "mscorlib.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static TheoryData<string> Pages() =>
    [
        .. Directory.EnumerateFiles(Root, "*.md", SearchOption.TopDirectoryOnly)
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(static path => Path.GetRelativePath(Root, path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_block_of_the_page_compiles(string page)
    {
        var markdown = MarkdownPage.Read(Path.Combine(Root, page));
        List<string> declarations = ["using Instrumentation;\n" + markdown.Declarations];
        foreach (var (line, code) in markdown.Blocks)
        {
            if (!Compile(page, line, code, declarations))
            {
                // What a page has declared once, its later blocks use.
                declarations.Add(code);
            }
        }
    }

    [Fact]
    public void A_block_that_does_not_compile_is_reported_at_its_line_of_the_page()
    {
        var error = Assert.ThrowsAny<Exception>(() => Compile("page.md", 7, "var x = 1;\nint y = \"text\";\n", []));
        Assert.Contains("page.md(8", error.Message, StringComparison.Ordinal);
    }

    /// <returns>Whether the block is a program, rather than declarations.</returns>
    private static bool Compile(string page, int line, string code, IReadOnlyList<string> declarations)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        var snippet = CSharpSyntaxTree.ParseText($"#line {line} \"{page}\"\n{code}", options, path: "Snippet.cs");
        var hasStatements = snippet.GetCompilationUnitRoot().Members.Any(static m => m is GlobalStatementSyntax);
        var compilation = CSharpCompilation.Create(
            "Snippet",
            [
                CSharpSyntaxTree.ParseText(GlobalUsings, options),
                .. declarations.Select(text => CSharpSyntaxTree.ParseText($"#line 1 \"{page} (declarations)\"\n{text}", options)),
                snippet,
            ],
            s_references,
            new CSharpCompilationOptions(
                hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true));

        CSharpGeneratorDriver.Create([new InstrumentationGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        var errors = generated.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).ToList();
        Assert.True(errors.Count == 0, string.Join("\n", errors));
        return hasStatements;
    }
}
