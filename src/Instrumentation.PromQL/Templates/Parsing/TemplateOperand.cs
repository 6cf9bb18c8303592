using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>A value in a command. <see cref="Path"/> are the fields taken of it: <c>.Labels.job</c>.</summary>
internal abstract record TemplateOperand(IReadOnlyList<string> Path, SourceRange Range);

/// <summary>The dot, alone or with fields.</summary>
internal sealed record DotOperand(IReadOnlyList<string> Path, SourceRange Range) : TemplateOperand(Path, Range);

/// <summary>A variable; the empty name is <c>$</c>, the template's data.</summary>
internal sealed record VariableOperand(string Name, IReadOnlyList<string> Path, SourceRange Range) : TemplateOperand(Path, Range);

/// <summary>A function's name.</summary>
internal sealed record FunctionOperand(string Name, SourceRange Range) : TemplateOperand([], Range);

/// <summary>A string, a whole number (long), a real number (double), a bool, or null for nil.</summary>
internal sealed record LiteralOperand(object? Value, SourceRange Range) : TemplateOperand([], Range);

/// <summary>A pipeline in parentheses.</summary>
internal sealed record PipelineOperand(TemplatePipeline Pipeline, IReadOnlyList<string> Path, SourceRange Range) : TemplateOperand(Path, Range);
