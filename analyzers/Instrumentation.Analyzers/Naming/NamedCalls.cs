using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Naming;

/// <summary>
/// Calls that people write of methods with certain names. The syntax is asked first: a rule that looks at generated code and registered for operations would have the
/// compiler bind every generated body once more.
/// </summary>
internal static class NamedCalls
{
    /// <summary>Has every such call outside generated code checked; what the generator writes is reported where it was declared.</summary>
    internal static void Register(CompilationStartAnalysisContext context, string[] names, Action<IInvocationOperation, Action<Diagnostic>> check) => context.RegisterSyntaxNodeAction(
        syntax =>
        {
            if (!syntax.IsGeneratedCode
                && System.Array.IndexOf(names, NameOf(((InvocationExpressionSyntax)syntax.Node).Expression)) >= 0
                && syntax.SemanticModel.GetOperation(syntax.Node, syntax.CancellationToken) is IInvocationOperation call)
            {
                check(call, syntax.ReportDiagnostic);
            }
        },
        SyntaxKind.InvocationExpression);

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => null,
    };
}
