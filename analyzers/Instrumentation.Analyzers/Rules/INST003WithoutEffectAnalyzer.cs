using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST003: an attribute or a setting of one changes nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST003WithoutEffectAnalyzer() : FindingAnalyzer(DiagnosticDescriptors.WithoutEffect)
{
    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        base.Register(context, annotations);
        context.RegisterSymbolAction(CheckUnmonitored, SymbolKind.Method);
    }

    /// <summary>The parameters of an event's primary constructor are data of the event.</summary>
    private static bool IsOfEvent(IMethodSymbol method) =>
        method.MethodKind == MethodKind.Constructor && method.ContainingType.Has(Attributes.GameEvent)
        && SymbolEqualityComparer.Default.Equals(method, EventSlot.PrimaryConstructor(method.ContainingType));

    /// <summary>The parser sees monitored methods only; these attributes stand on others.</summary>
    private void CheckUnmonitored(SymbolAnalysisContext context)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.PartialDefinitionPart is not null || Coverage.IsMonitored(method) || method.Has(Attributes.GameMetric) || IsOfEvent(method))
        {
            return;
        }

        // Beside MonitoredOperation the parser reports it.
        if (!method.Has(Attributes.MonitoredOperation)
            && !Coverage.Declaring(method).Has(Attributes.MonitoredOperation)
            && method.Find(Attributes.NotMonitored) is { } notMonitored)
        {
            Report(notMonitored, "NotMonitored", "nothing would monitor the method without it");
        }

        foreach (var parameter in method.Parameters)
        {
            // Of a metric, or of an event's primary constructor, it is a label; their own parser sees to it.
            if (!method.Has(Attributes.GameMetric) && !method.ContainingType.Has(Attributes.GameEvent) && parameter.Find(Attributes.MetricLabel) is { } label)
            {
                Report(label, "MetricLabel", "the method is not monitored");
            }
        }

        void Report(AttributeData attribute, string name, string why) => context.ReportDiagnostic(Diagnostic.Create(
            Rule, attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken).GetLocation(), name, why));
    }
}
