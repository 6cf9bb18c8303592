using System.Text;
using Instrumentation.Generator.Emission.Rules;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator;

/// <summary>The steps from the attributes of alert rules and objectives to the table of the assembly.</summary>
internal static class RulePipeline
{
    public static void Register(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<AssemblyModel> assembly)
    {
        var alerts = context.SyntaxProvider.ForAttributeWithMetadataName(Attributes.AlertRule, static (_, _) => true, RuleSetParser.OfAlertRules)
            .WithTrackingName(TrackingNames.AlertRules);
        var events = context.SyntaxProvider.ForAttributeWithMetadataName(Attributes.GameEvent, static (_, _) => true, RuleSetParser.OfEvents)
            .WithTrackingName(TrackingNames.EventRules);
        var objectives = context.SyntaxProvider.ForAttributeWithMetadataName(Attributes.Slo, static (_, _) => true, RuleSetParser.OfObjectives)
            .WithTrackingName(TrackingNames.Objectives);
        var table = alerts.All().With(events.All()).With(objectives.All()).With(assembly)
            .Select(static (all, _) =>
            {
                var (((ofAttributes, ofEvents), ofObjectives), assembly) = all;
                return RuleTableModel.Of([.. ofAttributes, .. ofEvents, .. ofObjectives], assembly);
            })
            .WithTrackingName(TrackingNames.RuleTable);
        context.RegisterSourceOutput(table, static (output, model) =>
        {
            if (!model.IsEmpty)
            {
                output.AddSource(RuleFile.HintName, SourceText.From(RuleFile.Print(model), Encoding.UTF8));
            }
        });
    }
}
