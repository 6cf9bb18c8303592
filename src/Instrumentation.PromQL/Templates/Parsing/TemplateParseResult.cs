using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>What became of a template's text.</summary>
public sealed class TemplateParseResult
{
    internal TemplateParseResult(string text, IReadOnlyList<TemplateNode> nodes, TemplateParserState state)
    {
        Text = text;
        Nodes = nodes;
        Definitions = state.Definitions;
        Errors = state.Errors;
        Labels = state.Labels;
        DependsOnValue = state.DependsOnValue;
        DependsOnTime = state.DependsOnTime;
    }

    /// <summary>The template.</summary>
    public string Text { get; }

    /// <summary>All mistakes found; empty when the template is good.</summary>
    public IReadOnlyList<ParseError> Errors { get; }

    /// <summary>The labels that it asks for by name, in order of the text.</summary>
    public IReadOnlyList<TemplateLabel> Labels { get; }

    /// <summary>Whether its text may change with the value of the expression.</summary>
    public bool DependsOnValue { get; }

    /// <summary>Whether its text may change with the time alone, since it queries or asks for the time.</summary>
    public bool DependsOnTime { get; }

    /// <summary>Whether it may be expanded.</summary>
    public bool Success => Errors.Count == 0;

    internal IReadOnlyList<TemplateNode> Nodes { get; }

    internal IReadOnlyDictionary<string, IReadOnlyList<TemplateNode>> Definitions { get; }
}
