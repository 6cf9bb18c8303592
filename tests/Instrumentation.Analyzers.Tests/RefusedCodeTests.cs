using System.Reflection;
using System.Text.RegularExpressions;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Analyzers.Tests;

/// <summary>
/// What a rule reports, the compiler does not stumble over: what is refused gets a body all the same, so that nobody has to look for our message among errors that follow from it.
/// </summary>
public partial class RefusedCodeTests
{
    private static readonly string s_pages = Path.Combine(
        typeof(RefusedCodeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!,
        "docs",
        "rules");

    public static TheoryData<string> Pages() => [.. Directory.GetFiles(s_pages, "INST*.md").Select(static path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task With_the_generator_the_compiler_reports_nothing_beside_the_rule(string rule)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(s_pages, rule + ".md"), TestContext.Current.CancellationToken);
        var source = Fence().Match(page[page.IndexOf("## Reported", StringComparison.Ordinal)..]).Groups["code"].Value;
        var compilation = CSharpCompilation.Create(
            "Refused",
            [CSharpSyntaxTree.ParseText(TestCompilation.GlobalUsings, TestCompilation.ParseOptions, "/src/GlobalUsings.cs"), CSharpSyntaxTree.ParseText(source, TestCompilation.ParseOptions, "/src/Test.cs")],
            TestCompilation.References,
            TestCompilation.Options);

        CSharpGeneratorDriver.Create([new InstrumentationGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out var diagnostics, TestContext.Current.CancellationToken);

        Assert.Empty(diagnostics);
        Assert.Empty(generated.GetDiagnostics(TestContext.Current.CancellationToken).Where(static d => d.Severity == DiagnosticSeverity.Error));
    }

    [GeneratedRegex(@"^```(csharp|c#)\n(?<code>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
