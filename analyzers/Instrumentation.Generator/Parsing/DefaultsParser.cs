using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses <c>[assembly: InstrumentationDefaults]</c>.</summary>
internal static class DefaultsParser
{
    public static ParsedDefaults Parse(IAssemblySymbol assembly)
    {
        var findings = new FindingList();
        if (assembly.Find(Attributes.InstrumentationDefaults) is not { } attribute)
        {
            return new(DefaultsModel.None, findings.ToArray());
        }

        var prefix = attribute.Argument(nameof(DefaultsModel.Prefix)).Value as string;
        var service = attribute.Argument(nameof(DefaultsModel.Service)).Value as string;
        if (prefix is not null && NameRules.WhyInvalidPrefix(prefix) is { } why)
        {
            findings.Note(FindingIds.InvalidDefaults, SourceLocation.Of(attribute, "Prefix"), "Prefix", prefix, why);
            prefix = null;
        }

        if (service is not null && string.IsNullOrWhiteSpace(service))
        {
            findings.Note(FindingIds.InvalidDefaults, SourceLocation.Of(attribute, "Service"), "Service", service, "it is empty");
            service = null;
        }

        return new(
            new(prefix, service, attribute.Argument("AllowPrefixOverride").Value is true), findings.ToArray());
    }
}
