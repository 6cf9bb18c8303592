using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>The settings of an assembly; what is invalid is left out of them.</summary>
internal sealed record ParsedDefaults(DefaultsModel Defaults, EquatableArray<Finding> Findings);
