using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>A label that a template asks for: <c>$labels.region</c>.</summary>
/// <param name="Name">The label.</param>
/// <param name="Range">The characters of its name.</param>
public readonly record struct TemplateLabel(string Name, SourceRange Range);
