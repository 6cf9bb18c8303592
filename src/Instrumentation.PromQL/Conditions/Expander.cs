using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Writes shorthands as PromQL.</summary>
internal static class Expander
{
    /// <param name="shorthand">What is asked for.</param>
    /// <param name="subject">Of what.</param>
    /// <param name="window">Over which time.</param>
    /// <param name="perTime">Whether a count is asked for per second.</param>
    /// <param name="needsZero">Whether nothing must read as zero, since zero would be a result.</param>
    public static string Expand(Shorthand shorthand, ConditionSubject subject, TimeSpan window, bool perTime, bool needsZero)
    {
        var range = "[" + DurationText.Format((long)window.TotalMilliseconds) + "]";
        var own = subject.Metric;
        var calls = subject.Kind is SubjectKind.Operation or SubjectKind.Histogram ? own + "_count" : own;
        var counting = perTime ? "rate" : "increase";
        switch (shorthand.Figure)
        {
            case Figure.Quantile:
                var by = List(["le", .. subject.By.Where(static label => label != "le")]);
                return $"histogram_quantile({shorthand.Quantile}, sum by ({by}) (rate({own}_bucket{subject.Matchers}{range})))";
            case Figure.Mean when subject.Kind is SubjectKind.Operation or SubjectKind.Histogram:
                return $"{Sum(subject, $"rate({own}_sum{subject.Matchers}{range})")} / ({Sum(subject, $"rate({calls}{subject.Matchers}{range})")} > 0)";
            case Figure.Rate:
                return Sum(subject, $"rate({calls}{subject.Matchers}{range})");
            case Figure.Count:
                return Sum(subject, $"{counting}({calls}{subject.Matchers}{range})");
            case Figure.Cancellations:
                return Sum(subject, $"{counting}({subject.Cancellations}{subject.SharedMatchers}{range})");
            case Figure.Errors:
                var failures = Sum(subject, $"{counting}({subject.Failures}{subject.SharedMatchers}{range})");
                return needsZero ? OrZero(failures, subject, calls, range) : failures;
            case Figure.ErrorRatio:
                return OrZero(Sum(subject, $"rate({subject.Failures}{subject.SharedMatchers}{range})"), subject, calls, range)
                    + $" / ({Sum(subject, $"rate({calls}{subject.Matchers}{range})")} > 0)";
            case Figure.InFlight:
                return Sum(subject, subject.InFlight + subject.SharedMatchers);
            default:
                return OfGauge(shorthand.Figure, subject, range);
        }
    }

    // A failure's series appears with the first failure of its type; until then there is nothing where zero is meant.
    private static string OrZero(string failures, ConditionSubject subject, string calls, string range) =>
        $"({failures} or {Sum(subject, $"rate({calls}{subject.Matchers}{range})")} * 0)";

    private static string OfGauge(Figure figure, ConditionSubject subject, string range)
    {
        var (function, over) = figure switch
        {
            Figure.Mean => ("avg_over_time", "sum"),
            Figure.Minimum => ("min_over_time", "min"),
            Figure.Maximum => ("max_over_time", "max"),
            _ => ("", "sum"),
        };

        // Shares of parts do not add up.
        over = over == "sum" && MetricUnits.Of(subject.Unit).Base == UnitBase.Ratio ? "avg" : over;
        var series = subject.Metric + subject.Matchers;
        var one = function.Length == 0 ? series : $"{function}({series}{range})";
        return subject.By.Count == 0 ? one : $"{over} by ({List(subject.By)}) ({one})";
    }

    private static string Sum(ConditionSubject subject, string vector) =>
        subject.By.Count == 0 ? $"sum({vector})" : $"sum by ({List(subject.By)}) ({vector})";

    private static string List(IEnumerable<string> labels) => string.Join(", ", labels);
}
