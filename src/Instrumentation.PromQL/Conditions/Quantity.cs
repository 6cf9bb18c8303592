namespace Instrumentation.PromQL.Conditions;

/// <summary>A number with a unit, as it is written in a condition.</summary>
/// <param name="Value">The number in the base unit: seconds, bytes, or one.</param>
/// <param name="Base">What the unit measures; null for a plain number.</param>
/// <param name="PerSeconds">The seconds of the time after the stroke; null when there is none.</param>
internal sealed record Quantity(decimal Value, UnitBase? Base, decimal? PerSeconds)
{
    /// <summary>The value in what a shorthand's values are; null when that is something else.</summary>
    public double? In(Measure measure)
    {
        if (Base is null && PerSeconds is null)
        {
            // In the metric's own unit, as in PromQL.
            return (double)Value;
        }

        // Time per second is a share; both ways of saying it are usual for processor time.
        var isShare = measure is { Base: UnitBase.Time, IsPerTime: true } && Base == UnitBase.Ratio && PerSeconds is null;
        if (isShare)
        {
            return (double)(Value / measure.Scale);
        }

        if (measure.IsPerTime != PerSeconds.HasValue || (Base ?? UnitBase.Count) != measure.Base)
        {
            return null;
        }

        // Multiplied out before it is divided: 100/m has no finite decimal form, 100/60 as a double has the nearest.
        return (double)Value / (double)(measure.Scale * (PerSeconds ?? 1));
    }
}
