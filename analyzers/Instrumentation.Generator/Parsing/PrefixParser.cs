using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses <c>[assembly: MetricPrefix]</c>.</summary>
internal static class PrefixParser
{
    private const string Attribute = "MetricPrefix";

    public static ParsedPrefixes Parse(Compilation compilation)
    {
        var findings = new FindingList();
        var prefixes = new List<PrefixModel>();
        foreach (var attribute in compilation.Assembly.FindAll(Attributes.MetricPrefix))
        {
            if (attribute.FirstString() is not { } assembly
                || attribute.ConstructorArguments.Length < 2 || attribute.ConstructorArguments[1].Value is not string prefix)
            {
                continue;
            }

            var location = SourceLocation.Of(attribute);
            if (prefix.Length > 0 && NameRules.WhyInvalidPrefix(prefix) is { } why)
            {
                findings.Refuse(FindingIds.InvalidDefaults, location, "Prefix", prefix, why);
            }
            else if (WhyWithoutEffect(assembly, compilation) is { } whyWithout)
            {
                findings.Note(FindingIds.WithoutEffect, location, Attribute, whyWithout);
            }
            else if (prefixes.Any(other => other.Assembly == assembly))
            {
                findings.Note(FindingIds.WithoutEffect, location, Attribute, $"another one is given for '{assembly}'");
            }
            else
            {
                prefixes.Add(new(assembly, prefix));
            }
        }

        return new(new(prefixes.OrderBy(prefix => prefix.Assembly, StringComparer.Ordinal)), findings.ToArray());
    }

    private static string? WhyWithoutEffect(string name, Compilation compilation)
    {
        if (!ReferenceParser.IsExecutable(compilation))
        {
            return "prefixes are given by the program, and this is a library";
        }

        var assembly = compilation.SourceModule.ReferencedAssemblySymbols.FirstOrDefault(assembly => assembly.Name == name);
        return assembly is null ? $"there is no reference to an assembly '{name}'"
            : assembly.Find(Attributes.InstrumentationDefaults)?.Argument("AllowPrefixOverride").Value is true ? null
            : $"'{name}' does not allow it; its InstrumentationDefaults would have to set AllowPrefixOverride";
    }
}
