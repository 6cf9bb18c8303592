using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST012: Prefix or Service of the assembly is not valid.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST012InvalidDefaultsAnalyzer() : RuleAnalyzer(DiagnosticDescriptors.InvalidDefaults)
{
    // By the attribute's syntax and not at the end of the compilation, so that it is reported while typing.
    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations) =>
        context.RegisterSyntaxNodeAction(
            syntax =>
            {
                foreach (var finding in annotations.Of(syntax.Compilation.Assembly, syntax.CancellationToken).Findings)
                {
                    var location = finding.Location?.ToLocation(syntax.Compilation);
                    if (location?.SourceTree == syntax.Node.SyntaxTree && syntax.Node.Span.Contains(location!.SourceSpan))
                    {
                        syntax.ReportDiagnostic(Diagnostic.Create(Rule, location, [.. finding.Arguments.Cast<object>()]));
                    }
                }
            },
            SyntaxKind.AttributeList);
}
