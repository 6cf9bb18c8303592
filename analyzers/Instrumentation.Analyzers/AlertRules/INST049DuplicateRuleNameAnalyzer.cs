using System.Collections.Concurrent;
using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST049: two rules share a name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST049DuplicateRuleNameAnalyzer() : RuleAnalyzer(AlertRuleDescriptors.DuplicateRuleName)
{
    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        var declarations = RuleDeclarations.Of(context.Compilation);
        var names = new ConcurrentBag<(string Name, SourceLocation? Location)>();
        context.RegisterSyntaxNodeAction(
            syntax =>
            {
                foreach (var name in declarations.Of((AttributeSyntax)syntax.Node, syntax.SemanticModel, syntax.CancellationToken)?.Names ?? [])
                {
                    names.Add(name);
                }
            },
            SyntaxKind.Attribute);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var sharing in names.Where(static name => name.Name.Length > 0).GroupBy(static name => name.Name, StringComparer.Ordinal))
            {
                var inOrder = sharing.OrderBy(static name => name.Location?.Path, StringComparer.Ordinal).ThenBy(static name => name.Location?.Start).ToList();
                foreach (var (name, location) in inOrder.Skip(1))
                {
                    var first = inOrder[0].Location is { } place ? $" (line {place.StartLine + 1})" : "";
                    end.ReportDiagnostic(Diagnostic.Create(
                        Rule,
                        location?.ToLocation(end.Compilation),
                        name,
                        $"another rule has this name{first}; silences, routes and pages could not tell their alerts apart, so give one of them a name of its own"));
                }
            }
        });
    }
}
