using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>The prefixes that a program gives; what is invalid or without effect is left out.</summary>
internal sealed record ParsedPrefixes(EquatableArray<PrefixModel> Prefixes, EquatableArray<Finding> Findings);
