namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>How many series of each side may meet.</summary>
public enum MatchCardinality
{
    /// <summary>One of each.</summary>
    OneToOne,

    /// <summary>Many left ones with one right one (<c>group_left</c>).</summary>
    ManyToOne,

    /// <summary>One left one with many right ones (<c>group_right</c>).</summary>
    OneToMany,
}

/// <summary>How the series of two vectors find their partners.</summary>
/// <param name="IsOn">Whether <paramref name="Labels"/> are those that have to agree, rather than those to ignore.</param>
/// <param name="Labels">The labels of <c>on</c> or <c>ignoring</c>.</param>
/// <param name="Cardinality">How many series of each side may meet.</param>
/// <param name="Include">Labels that the "many" side takes over from the "one" side.</param>
/// <param name="FillLeft">The value that stands in for a missing series on the left.</param>
/// <param name="FillRight">The value that stands in for a missing series on the right.</param>
public sealed record VectorMatching(
    bool IsOn, IReadOnlyList<string> Labels, MatchCardinality Cardinality, IReadOnlyList<string> Include, double? FillLeft, double? FillRight)
{
    /// <summary>All labels have to agree, one to one.</summary>
    public static VectorMatching Default { get; } = new(false, [], MatchCardinality.OneToOne, [], null, null);
}
