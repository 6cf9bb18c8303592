using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Parses all rules of one declaration for the generator; what is refused is left out.</summary>
internal static class RuleSetParser
{
    public static RuleSetModel OfAlertRules(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var parsed = context.Attributes
            .Select(attribute => AlertRuleParser.Parse(context.TargetSymbol, attribute, context.SemanticModel.Compilation, cancellation).Rule)
            .OfType<AlertRuleModel>();
        return new(context.TargetNode.SyntaxTree.FilePath, new(parsed), EquatableArray<RecordingRuleModel>.Empty);
    }

    /// <summary>The rules on the properties that a record makes of its parameters, which are no declarations of their own.</summary>
    public static RuleSetModel OfEvents(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        // On anything but a type the compiler refuses the attribute, and binds it all the same.
        var members = context.TargetSymbol is INamedTypeSymbol type ? type.GetMembers() : [];
        var parsed = members.OfType<IPropertySymbol>()
            .Where(IsPositional)
            .SelectMany(property => property.FindAll(Attributes.AlertRule)
                .Select(attribute => AlertRuleParser.Parse(property, attribute, context.SemanticModel.Compilation, cancellation).Rule))
            .OfType<AlertRuleModel>();
        return new(context.TargetNode.SyntaxTree.FilePath, new(parsed), EquatableArray<RecordingRuleModel>.Empty);
    }

    private static bool IsPositional(IPropertySymbol property) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax;

    public static RuleSetModel OfObjectives(GeneratorAttributeSyntaxContext context, CancellationToken cancellation)
    {
        var parsed = context.Attributes
            .Select(attribute => SloParser.Parse(context.TargetSymbol, attribute, context.SemanticModel.Compilation, cancellation)).ToArray();
        return new(
            context.TargetNode.SyntaxTree.FilePath,
            new(parsed.SelectMany(slo => slo.Alerts)),
            new(parsed.SelectMany(slo => slo.Recordings)));
    }
}
