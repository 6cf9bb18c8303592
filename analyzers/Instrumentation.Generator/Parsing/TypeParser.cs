using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses an attribute on a type: the operations it makes of the methods without one of their own.</summary>
internal static class TypeParser
{
    public static ParsedType Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var findings = new FindingList();
        if (OperationSettings.Of(type) is not { } settings)
        {
            return new(EquatableArray<OperationModel>.Empty, findings.ToArray());
        }

        Check(type, settings, findings);
        if (findings.IsRefused)
        {
            return new(EquatableArray<OperationModel>.Empty, findings.ToArray());
        }

        var parsed = Coverage.CoveredMethods(type).Select(method => OperationParser.Parse(method, compilation, cancellation)).ToArray();
        if (parsed.Length == 0)
        {
            findings.Note(
                FindingIds.WithoutEffect, settings.Location, "MonitoredOperation", "the type declares no public method with a body to cover");
        }

        return new(
            new EquatableArray<OperationModel>(parsed.Select(result => result.Operation).OfType<OperationModel>()),
            new EquatableArray<Finding>(findings.ToArray().Concat(parsed.SelectMany(result => result.Findings))));
    }

    private static void Check(INamedTypeSymbol type, OperationSettings settings, FindingList findings)
    {
        new DefinitionParser(findings).Check(settings);
        if (ConstructRules.WhyNotType(type) is var (construct, reason))
        {
            findings.Refuse(FindingIds.ConstructNotSupported, settings.Location, type.Name, construct, reason);
        }
        else if (ConstructRules.FindNotPartial(type) is { } notPartial)
        {
            findings.Refuse(FindingIds.TypeNotPartial, settings.Location, type.Name, notPartial.Name);
        }

        if (settings.Metric is not null || settings.Help is not null)
        {
            findings.Note(
                FindingIds.WithoutEffect,
                settings.LocationOf(settings.Metric is not null ? "Metric" : "Help"),
                settings.Metric is not null ? "Metric" : "Help",
                "it names the histogram of one operation; give it to a method");
        }

        if (type.TypeKind == TypeKind.Interface)
        {
            findings.Note(FindingIds.InterfaceCoversDefaultsOnly, settings.Location, type.Name);
        }
    }
}
