using Instrumentation.Analyzers.Rules;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>A rule about alert rules and objectives. Reports by the attribute's syntax, so that those of the assembly are seen while typing too.</summary>
public abstract class RuleDeclarationAnalyzer : RuleAnalyzer
{
    /// <summary>The property of a diagnostic that holds what was probably meant in place of what it stands under.</summary>
    internal const string Replacement = nameof(Replacement);

    private protected RuleDeclarationAnalyzer(DiagnosticDescriptor rule)
        : base(rule)
    {
    }

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        var declarations = RuleDeclarations.Of(context.Compilation);
        context.RegisterSyntaxNodeAction(
            syntax =>
            {
                if (declarations.Of((AttributeSyntax)syntax.Node, syntax.SemanticModel, syntax.CancellationToken) is { } declaration)
                {
                    foreach (var finding in Find(declaration, syntax))
                    {
                        if (finding.Id == Rule.Id)
                        {
                            syntax.ReportDiagnostic(Report(finding, syntax.Compilation));
                        }
                    }
                }
            },
            SyntaxKind.Attribute);
    }

    /// <summary>What is wrong with a declaration; other rules' findings may be among it.</summary>
    private protected virtual IEnumerable<Finding> Find(RuleDeclaration declaration, SyntaxNodeAnalysisContext context) => declaration.Findings;

    /// <summary>A diagnostic of what was found. The arguments are the rule's name, what is wrong, and what was meant, if that is known.</summary>
    private protected Diagnostic Report(Finding finding, Compilation compilation)
    {
        var properties = System.Collections.Immutable.ImmutableDictionary<string, string?>.Empty;
        if (finding.Arguments.Count > 2)
        {
            properties = properties.Add(Replacement, finding.Arguments[2]);
        }

        return Diagnostic.Create(Rule, finding.Location?.ToLocation(compilation), properties, finding.Arguments[0], finding.Arguments[1]);
    }

    private protected static Finding Found(string id, ParsedRule rule, SourceLocation? location, string message, string? replacement = null) =>
        new(id, location, new(replacement is null ? [rule.Name, message] : [rule.Name, message, replacement]));
}
