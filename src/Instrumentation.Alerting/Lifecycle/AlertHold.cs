using Instrumentation.Alerting.Evaluation;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>Why an alert stays active although its condition is not met: a second threshold, a time to keep firing, missing data, or a history that does not reach back yet.</summary>
internal sealed class AlertHold(EngineContext context, AlertRule rule, long window, SampleProbe probe)
{
    // How long a restored alert waits at most for its windows to fill again.
    private const long LongestRestore = 10 * 60 * 1000;

    private readonly long _keepFiringFor = (long)rule.KeepFiringFor.TotalMilliseconds;
    private readonly bool _keepsWithoutData = (rule.OnNoData ?? context.Options.OnNoData) == NoDataBehavior.Keep;

    /// <summary>Whether an alert stays active although its condition is not met.</summary>
    /// <param name="alert">The alert.</param>
    /// <param name="times">The times of the evaluation.</param>
    /// <param name="hasResolve">Whether the rule has a second threshold.</param>
    /// <param name="resolved">What is past the second threshold.</param>
    internal bool Outlasts(ActiveAlert alert, in EvaluationTimes times, bool hasResolve, ReadOnlySpan<VectorSample> resolved)
    {
        if (!alert.IsActive)
        {
            return false;
        }

        if (alert.IsRestored && IsBlind(alert, times))
        {
            // What cannot be seen does not count as time during which the condition was met.
            alert.ActiveAt += alert.State == AlertState.Pending ? times.Time - times.Previous : 0;
            return true;
        }

        alert.IsRestored = false;
        if (alert.State != AlertState.Firing)
        {
            return false;
        }

        if ((hasResolve && !SpeaksFor(resolved, alert)) || (_keepsWithoutData && probe.IsMissing(alert.Result, times.QueryTime)))
        {
            return true;
        }

        if (_keepFiringFor == 0)
        {
            return false;
        }

        alert.KeepFiringSince = alert.KeepFiringSince == 0 ? times.Time : alert.KeepFiringSince;
        return times.Time - alert.KeepFiringSince < _keepFiringFor;
    }

    /// <summary>Whether the history does not reach far enough yet, after a restart, to tell that the condition is gone.</summary>
    private bool IsBlind(ActiveAlert alert, in EvaluationTimes times)
    {
        var seen = context.HistoryStart == 0 ? 0 : times.Time - context.HistoryStart;
        return seen < Math.Min(window, LongestRestore) || context.HistoryStart == 0
            || (seen < LongestRestore && probe.IsMissing(alert.Result, times.QueryTime));
    }

    private static bool SpeaksFor(ReadOnlySpan<VectorSample> resolved, ActiveAlert alert)
    {
        foreach (ref readonly var sample in resolved)
        {
            if (LabelAgreement.IsPartOf(sample.Labels, alert.Result))
            {
                return true;
            }
        }

        return false;
    }
}
