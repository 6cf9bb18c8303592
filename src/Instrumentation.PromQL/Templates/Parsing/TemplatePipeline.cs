using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>Commands of which each gets the value of the one before as its last argument.</summary>
/// <param name="Variables">The variables that are set, without their dollar signs; two for a range with its index.</param>
/// <param name="Declares">Whether they are declared rather than set anew.</param>
/// <param name="Commands">The commands; at least one.</param>
/// <param name="Range">Where it stands.</param>
internal sealed record TemplatePipeline(
    IReadOnlyList<string> Variables, bool Declares, IReadOnlyList<TemplateCommand> Commands, SourceRange Range);

/// <summary>A function with its arguments, or a lone operand.</summary>
internal sealed record TemplateCommand(IReadOnlyList<TemplateOperand> Operands, SourceRange Range);
