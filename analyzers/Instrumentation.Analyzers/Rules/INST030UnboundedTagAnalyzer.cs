using System.Collections.Concurrent;
using Instrumentation.Analyzers.RawApis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST030: a call of System.Diagnostics.Metrics, OpenTelemetry or prometheus-net gives a tag values without end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST030UnboundedTagAnalyzer() : RuleAnalyzer(DiagnosticDescriptors.UnboundedTag)
{
    private protected override bool IncludesGeneratedCode => false;

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        // Two calls may share a tag list.
        var reported = new ConcurrentDictionary<SyntaxNode, bool>();
        context.RegisterOperationAction(
            operation =>
            {
                var call = (IInvocationOperation)operation.Operation;
                Report(operation, reported, MeterTags.Of(call).Concat(PrometheusLabels.Of(call)));
            },
            OperationKind.Invocation);
        context.RegisterOperationAction(
            operation => Report(operation, reported, MeterTags.Of((IObjectCreationOperation)operation.Operation)),
            OperationKind.ObjectCreation);
    }

    private void Report(OperationAnalysisContext context, ConcurrentDictionary<SyntaxNode, bool> reported, IEnumerable<Tag> tags)
    {
        foreach (var tag in tags)
        {
            if (TagBounds.WhyUnbounded(tag) is { } what && reported.TryAdd(tag.Value.Syntax, true))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, tag.Value.Syntax.GetLocation(), tag.Name is { } name ? $"Tag '{name}'" : $"'{tag.Value.Syntax}', the value of a label,", what));
            }
        }
    }
}
