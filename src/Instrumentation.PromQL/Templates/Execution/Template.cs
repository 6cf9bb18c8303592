using Instrumentation.PromQL.Templates.Parsing;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>A template of a label or annotation, ready to be expanded again and again. Immutable and thread-safe.</summary>
public sealed class Template
{
    private readonly TemplateParseResult _parsed;
    private readonly string? _constant;

    /// <summary>Makes a template of what was parsed.</summary>
    /// <param name="parsed">A successful result.</param>
    /// <exception cref="ArgumentException">The template has mistakes; the message names the first.</exception>
    public Template(TemplateParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        if (!parsed.Success)
        {
            throw new ArgumentException(parsed.Errors[0].Describe(parsed.Text), nameof(parsed));
        }

        _parsed = parsed;
        _constant = parsed.Nodes.All(static node => node is TextNode) ? string.Concat(parsed.Nodes.Select(static node => ((TextNode)node).Text)) : null;
    }

    /// <summary>The template's text.</summary>
    public string Text => _parsed.Text;

    /// <summary>Whether it expands to the same text whatever the data.</summary>
    public bool IsConstant => _constant is not null;

    /// <summary>Whether its text may change with the value.</summary>
    public bool DependsOnValue => _parsed.DependsOnValue;

    /// <summary>Whether its text may change with the time alone.</summary>
    public bool DependsOnTime => _parsed.DependsOnTime;

    /// <summary>Parses a template.</summary>
    /// <param name="text">The template.</param>
    /// <exception cref="ArgumentException">The template has mistakes; the message names the first.</exception>
    public static Template Parse(string text) => new(TemplateParser.Parse(text));

    /// <summary>Expands the template.</summary>
    /// <param name="data">What it is about.</param>
    /// <exception cref="TemplateException">A function was given what it cannot work with, or a limit was reached.</exception>
    public string Expand(TemplateData data) => _constant ?? new Interpreter(_parsed, data).Run();

    /// <summary>Expands the template; what goes wrong becomes the text, as in Prometheus.</summary>
    /// <param name="data">What it is about.</param>
    public string ExpandOrExplain(TemplateData data)
    {
        try
        {
            return Expand(data);
        }
        catch (TemplateException exception)
        {
            return $"<error expanding template: {exception.Message}>";
        }
    }
}
