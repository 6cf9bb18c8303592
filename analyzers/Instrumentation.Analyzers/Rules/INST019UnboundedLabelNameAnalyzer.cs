using System.Globalization;
using Instrumentation.Analyzers.Cardinality;
using Instrumentation.Analyzers.Declarations;
using Instrumentation.Analyzers.Naming;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST019: a string label has a Limit, but its name says that its values never end, so that the limit only hides them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST019UnboundedLabelNameAnalyzer() : LabelAnalyzer(DiagnosticDescriptors.UnboundedLabelName)
{
    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        base.Register(context, annotations);
        context.RegisterSymbolAction(CheckValue, SymbolKind.Method);
        NamedCalls.Register(context, ["ForStrings"], CheckLabelInCode);
    }

    private protected override object[]? Check(LabelSource label, Location? location, AnalyzerOptions options)
    {
        var limit = label.Type.SpecialType == SpecialType.System_String && label.Attribute?.IsGiven("Values") == false ? label.Attribute.Argument("Limit").Value as int? : null;
        return limit is { } first && WhyUnbounded(label.LabelName, label.Name) is { } what ? Arguments("Label", label.LabelName, what, first) : null;
    }

    /// <summary>A number is taken for the value that is recorded; an id is never meant so.</summary>
    private void CheckValue(SymbolAnalysisContext context)
    {
        if (context.Symbol is not IMethodSymbol { PartialDefinitionPart: null } method || !method.Has(Attributes.GameMetric))
        {
            return;
        }

        foreach (var parameter in method.Parameters)
        {
            if (DeclaredLabels.IsValue(parameter) && UnboundedNames.Judge(parameter.Name) is { Certainty: Certainty.Certain } verdict && verdict.What.StartsWith("an id", StringComparison.Ordinal))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule, parameter.Locations.FirstOrDefault(), "Value", parameter.Name, verdict.What, "a number that is no label is added up or observed, and ids cannot be"));
            }
        }
    }

    private void CheckLabelInCode(IInvocationOperation call, Action<Diagnostic> report)
    {
        if (call.TargetMethod is { Name: "ForStrings", ContainingType: var type } && type.IsNamed("Instrumentation.Metrics.Label")
            && call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "name") is { Value: { ConstantValue.Value: string name } value }
            && WhyUnbounded(name, name) is { } what)
        {
            var limit = call.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "limit")?.Value.ConstantValue.Value as int?;
            report(Diagnostic.Create(Rule, value.Syntax.GetLocation(), Arguments("Label", name, what, limit)));
        }
    }

    private static object[] Arguments(string role, string name, string what, int? limit) =>
        [role, name, what, $"the first {limit?.ToString(CultureInfo.InvariantCulture) ?? "ones"} get series and everybody else reads 'other'"];

    private static string? WhyUnbounded(string label, string source)
    {
        var (byLabel, bySource) = (UnboundedNames.Judge(label), UnboundedNames.Judge(source));
        return byLabel.Certainty == Certainty.Certain ? byLabel.What
            : bySource.Certainty == Certainty.Certain && byLabel.Certainty != Certainty.Harmless ? bySource.What
            : null;
    }
}
