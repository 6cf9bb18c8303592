using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;
using Instrumentation.PromQL.Conditions;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Parses one <c>[Slo]</c>: on a method, or on a type for each operation that the type's attribute covers.</summary>
internal static class SloParser
{
    public static ParsedSlo Parse(ISymbol symbol, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var assembly = RuleAssembly.Of(compilation.Assembly);
        var arguments = new AttributeArguments(attribute, compilation);
        var operations = Operations(symbol, compilation, cancellation);
        var given = arguments.Named("Name")?.Text;
        var findings = new RuleFindings(given ?? (operations.Count > 0 ? operations[0].Definition?.Name : null) ?? symbol.Name);
        var settings = new SloSettings(arguments, findings);
        if (operations.Count == 0)
        {
            findings.Refuse(
                FindingIds.RuleWithoutEffect,
                arguments.Location,
                $"'{symbol.Name}' is no monitored operation, so there are no calls to hold to an objective; add [MonitoredOperation]");
        }

        var names = new List<string>();
        var alerts = new List<AlertRuleModel>();
        var recordings = new List<RecordingRuleModel>();
        foreach (var (definition, member) in operations)
        {
            // A refused operation has findings of its own.
            if (definition is null || !Fits(settings, definition, findings))
            {
                continue;
            }

            var name = given is null ? definition.Name : operations.Count == 1 ? given : $"{given} {definition.Name}";
            names.Add(name);
            if (!findings.IsRefused)
            {
                var rules = new SloRules(name, member, settings, RuleSubject.OfOperation(definition, assembly, member), assembly);
                alerts.AddRange(rules.Alerts());
                recordings.AddRange(rules.Recordings());
            }
        }

        return new(names, arguments.Location, alerts, recordings, findings.ToArray());
    }

    private static List<(DefinitionModel? Definition, string Member)> Operations(ISymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        var declared = (symbol as IMethodSymbol)?.PartialDefinitionPart ?? symbol;
        var methods = declared switch
        {
            IMethodSymbol method when Coverage.IsMonitored(method) => [method],
            INamedTypeSymbol type when type.Has(Attributes.MonitoredOperation) => Coverage.CoveredMethods(type).ToArray(),
            _ => (IReadOnlyList<IMethodSymbol>)[],
        };

        // Overloads that share an operation share its objective.
        return
        [
            .. methods
                .Select(method => (OperationParser.Parse(method, compilation, cancellation).Operation?.Definition, RuleSubject.MemberOf(method)))
                .GroupBy(operation => operation.Definition?.Name)
                .Select(same => same.First()),
        ];
    }

    /// <summary>How many calls took no longer than something is known at the bounds of buckets, and nowhere between.</summary>
    private static bool Fits(SloSettings settings, DefinitionModel definition, RuleFindings findings)
    {
        if (settings.Latency is not { } latency)
        {
            return true;
        }

        var bounds = definition.Buckets is { } buckets ? buckets : (IReadOnlyList<double>)ConditionSubject.DefaultDurationBounds;
        if (bounds.Any(bound => Math.Abs(bound - latency) <= latency * 1e-9))
        {
            return true;
        }

        var below = bounds.Where(bound => bound < latency).Select(bound => QuantityText.Of(bound, "seconds")).LastOrDefault();
        var above = bounds.Where(bound => bound > latency).Select(bound => QuantityText.Of(bound, "seconds")).FirstOrDefault();
        var nearest = below is not null && above is not null ? $"the nearest are {below} and {above}" : $"the nearest is {below ?? above}";
        findings.Refuse(
            FindingIds.InvalidObjective,
            settings.LatencyText!.Content,
            $"{settings.LatencyText.Text} is none of the bucket bounds of operation '{definition.Name}', so the calls within it are not counted; {nearest}",
            above ?? below);
        return false;
    }
}
