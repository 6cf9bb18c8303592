namespace Instrumentation.PromQL.Conditions;

/// <summary>What a shorthand says of its subject.</summary>
internal enum Figure
{
    Quantile,
    Mean,
    Rate,
    Count,
    Errors,
    ErrorRatio,
    Cancellations,
    InFlight,
    Value,
    Minimum,
    Maximum,
}

/// <summary>A shorthand as it was recognised.</summary>
/// <param name="Name">As it is written.</param>
/// <param name="Figure">What it says.</param>
/// <param name="Quantile">The quantile, from 0 to 1; null for other figures.</param>
internal sealed record Shorthand(string Name, Figure Figure, string? Quantile = null)
{
    /// <summary>Whether it is looked at over a window, rather than at one moment.</summary>
    public bool HasWindow => Figure is not (Figure.Value or Figure.InFlight);

    /// <summary>Whether it counts what happened, so that it can also be asked for per time.</summary>
    public bool IsCount => Figure is Figure.Count or Figure.Errors or Figure.Cancellations;
}
