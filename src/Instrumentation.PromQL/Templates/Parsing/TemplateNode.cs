using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>A part of a template.</summary>
internal abstract record TemplateNode(SourceRange Range);

/// <summary>Text that is written as it is.</summary>
internal sealed record TextNode(string Text, SourceRange Range) : TemplateNode(Range);

/// <summary><c>{{ pipeline }}</c>: writes its value, unless it sets a variable.</summary>
internal sealed record ActionNode(TemplatePipeline Pipeline, SourceRange Range) : TemplateNode(Range);

/// <summary>What a branch does with its value.</summary>
internal enum BranchKind
{
    /// <summary>Runs its body if the value is not empty.</summary>
    If,

    /// <summary>As If, and the value is the dot in its body.</summary>
    With,

    /// <summary>Runs its body for each element, which is the dot there.</summary>
    Range,
}

/// <summary><c>{{ if }}</c>, <c>{{ with }}</c> or <c>{{ range }}</c> up to its <c>{{ end }}</c>.</summary>
internal sealed record BranchNode(
    BranchKind Kind, TemplatePipeline Pipeline, IReadOnlyList<TemplateNode> Body, IReadOnlyList<TemplateNode> Else, SourceRange Range) : TemplateNode(Range);

/// <summary><c>{{ break }}</c> or <c>{{ continue }}</c>.</summary>
internal sealed record LeaveNode(bool Continues, SourceRange Range) : TemplateNode(Range);

/// <summary><c>{{ template "name" pipeline }}</c>.</summary>
internal sealed record InvocationNode(string Name, TemplatePipeline? Argument, SourceRange Range) : TemplateNode(Range);
