using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Storage;

/// <summary>A label matcher ready to be applied. Thread-safe.</summary>
public sealed class SeriesMatcher
{
    private readonly Regex? _regex;
    private readonly HashSet<string>? _alternatives;

    /// <summary>Makes a matcher of its syntax.</summary>
    /// <param name="matcher">What was parsed.</param>
    /// <exception cref="ArgumentException">The regular expression is too large.</exception>
    public SeriesMatcher(LabelMatcher matcher)
        : this(matcher.Kind, matcher.Name, matcher.Value)
    {
    }

    /// <summary>Makes a matcher.</summary>
    /// <param name="kind">How it compares.</param>
    /// <param name="name">The label.</param>
    /// <param name="value">The value, or the regular expression in RE2's syntax.</param>
    /// <exception cref="ArgumentException">The regular expression is wrong or too large.</exception>
    public SeriesMatcher(MatchKind kind, string name, string value)
    {
        Kind = kind;
        Name = name;
        Value = value;
        if (kind is MatchKind.Regex or MatchKind.NotRegex)
        {
            // Lists of names are what most of these are; a set answers at once.
            _alternatives = LiteralAlternatives.Find(value);
            _regex = _alternatives is null ? SafeRegex.Create(value, out _) : null;
        }
    }

    /// <summary>How it compares.</summary>
    public MatchKind Kind { get; }

    /// <summary>The label.</summary>
    public string Name { get; }

    /// <summary>The value, or the regular expression.</summary>
    public string Value { get; }

    /// <summary>The only values that can match, if that is known: for an index to look up.</summary>
    public IReadOnlyCollection<string>? Candidates => Kind switch
    {
        MatchKind.Equal => [Value],
        MatchKind.Regex => _alternatives,
        _ => null,
    };

    /// <summary>Whether a value of the label meets the condition; a missing label is the empty string.</summary>
    /// <param name="value">The value.</param>
    public bool Matches(string value) => Kind switch
    {
        MatchKind.Equal => value == Value,
        MatchKind.NotEqual => value != Value,
        MatchKind.Regex => MatchesRegex(value),
        _ => !MatchesRegex(value),
    };

    private bool MatchesRegex(string value) => _alternatives?.Contains(value) ?? _regex!.IsMatch(value);
}
