namespace Instrumentation.PromQL.Parsing;

/// <summary>Parts of the language that a Prometheus server accepts only when a feature flag says so.</summary>
/// <remarks>A rule that is exported to a server without these flags should be parsed with <see cref="None"/>.</remarks>
[Flags]
public enum ParserFeatures
{
    /// <summary>The stable language.</summary>
    None = 0,

    /// <summary>Experimental functions and aggregations (<c>promql-experimental-functions</c>).</summary>
    ExperimentalFunctions = 1,

    /// <summary>Arithmetic in ranges and offsets (<c>promql-duration-expr</c>).</summary>
    DurationExpressions = 2,

    /// <summary>The modifiers <c>anchored</c> and <c>smoothed</c> (<c>promql-extended-range-selectors</c>).</summary>
    ExtendedRangeSelectors = 4,

    /// <summary>The modifiers <c>fill</c>, <c>fill_left</c> and <c>fill_right</c> (<c>promql-binop-fill-modifiers</c>).</summary>
    FillModifiers = 8,

    /// <summary>Everything this parser knows.</summary>
    All = ExperimentalFunctions | DurationExpressions | ExtendedRangeSelectors | FillModifiers,
}
