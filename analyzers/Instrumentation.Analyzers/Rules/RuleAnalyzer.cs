using System.Collections.Immutable;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>What all rules have in common: one descriptor, no work in projects that do not reference the runtime library.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private protected RuleAnalyzer(DiagnosticDescriptor rule)
    {
        Rule = rule;
        SupportedDiagnostics = [rule];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    private protected DiagnosticDescriptor Rule { get; }

    /// <summary>
    /// Whether the rule looks at generated code: it must where it looks at declarations, since the part of a partial method that the generator writes makes the whole
    /// method, the user's part included, generated.
    /// </summary>
    private protected virtual bool IncludesGeneratedCode => true;

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(IncludesGeneratedCode
            ? GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics
            : GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(Attributes.MonitoredOperation) is not null)
            {
                Register(start, Annotations.Of(start.Compilation));
            }
        });
    }

    private protected abstract void Register(CompilationStartAnalysisContext context, Annotations annotations);
}
