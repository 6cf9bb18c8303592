using System.Text;

namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>How a matcher compares.</summary>
public enum MatchKind
{
    /// <summary><c>=</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>=~</c>, over the whole value.</summary>
    Regex,

    /// <summary><c>!~</c>, over the whole value.</summary>
    NotRegex,
}

/// <summary>A condition on one label; a label that a series does not have is the empty string.</summary>
/// <param name="Kind">How it compares.</param>
/// <param name="Name">The label.</param>
/// <param name="Value">The value, or the regular expression in RE2's syntax.</param>
/// <param name="Range">Where it stands in the query.</param>
public sealed record LabelMatcher(MatchKind Kind, string Name, string Value, SourceRange Range)
{
    /// <summary>The label that holds a metric's name.</summary>
    public const string MetricName = "__name__";

    /// <summary>Canonical PromQL.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        if (Characters.IsPlainLabelName(Name))
        {
            text.Append(Name);
        }
        else
        {
            StringLiterals.AppendQuoted(text, Name);
        }

        text.Append(Kind switch { MatchKind.Equal => "=", MatchKind.NotEqual => "!=", MatchKind.Regex => "=~", _ => "!~" });
        StringLiterals.AppendQuoted(text, Value);
        return text.ToString();
    }
}
