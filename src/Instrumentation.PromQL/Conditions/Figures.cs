namespace Instrumentation.PromQL.Conditions;

/// <summary>What the values of each shorthand are, and between which bounds they lie.</summary>
internal static class Figures
{
    public static Measure MeasureOf(Shorthand shorthand, ConditionSubject subject, Quantity quantity)
    {
        var own = MetricUnits.Of(subject.Unit);
        switch (shorthand.Figure)
        {
            case Figure.ErrorRatio:
                return Measure.Ratio;
            case Figure.Rate when subject.Kind is SubjectKind.Operation or SubjectKind.Histogram:
                return new(UnitBase.Count, 1, IsPerTime: true);
            case Figure.Rate:
                return own with { IsPerTime = true };
            case Figure.Count when subject.Kind == SubjectKind.Counter:
                return own with { IsPerTime = quantity.PerSeconds is not null };
            case Figure.Count or Figure.Errors or Figure.Cancellations:
                return Measure.Number with { IsPerTime = quantity.PerSeconds is not null };
            case Figure.InFlight:
                return Measure.Number;
            default:
                return subject.Unit == MetricUnits.Rate && quantity.PerSeconds is not null ? new(UnitBase.Count, 1, IsPerTime: true) : own;
        }
    }

    /// <summary>The least and the most that the figure can be, and why not more.</summary>
    public static (double Least, double Most, string Why) RangeOf(Shorthand shorthand, ConditionSubject subject)
    {
        switch (shorthand.Figure)
        {
            case Figure.Quantile when subject.Bounds.Count > 0:
                // Prometheus gives the highest finite bound for whatever lies beyond it.
                var last = subject.Bounds[subject.Bounds.Count - 1];
                var why = $"the highest bucket bound is {QuantityText.Of(last, subject.Unit)}, and {shorthand.Name} is never above it";
                return (subject.Bounds[0] > 0 ? 0 : double.NegativeInfinity, last, why);
            case Figure.Quantile:
            case Figure.Mean when subject.Kind == SubjectKind.Histogram:
            case Figure.Value or Figure.Minimum or Figure.Maximum or Figure.Mean when subject.Kind is SubjectKind.Gauge or SubjectKind.UpDownCounter:
                return (double.NegativeInfinity, double.PositiveInfinity, "");
            case Figure.ErrorRatio:
                return (0, 1, "error_ratio is never above 1, which is 100%");
            default:
                return (0, double.PositiveInfinity, "");
        }
    }
}
