using Instrumentation.Alerting.Rules;
using Instrumentation.Hooks;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>The checks there are, and what values make of them. Thread-safe.</summary>
internal sealed class MetricChecks(RaisedAlerts raised, RateLimitedLog log)
{
    private readonly Lock _gate = new();
    private MetricCheck[] _checks = [];

    internal void Add(MetricCheck check)
    {
        lock (_gate)
        {
            Volatile.Write(ref _checks, [.. _checks.Where(other => other.Name != check.Name), check]);
        }
    }

    internal bool Remove(string name)
    {
        lock (_gate)
        {
            var before = _checks.Length;
            Volatile.Write(ref _checks, [.. _checks.Where(other => other.Name != name)]);
            return _checks.Length < before;
        }
    }

    /// <summary>Raises and resolves what a value says. Nothing is allocated for a value that changes nothing.</summary>
    internal int Check(string service, string metric, string region, double value, DateTimeOffset now)
    {
        var violated = 0;
        foreach (var check in Volatile.Read(ref _checks))
        {
            if (check.Metric != metric || (check.Service is not null && check.Service != service))
            {
                continue;
            }

            if (!check.IsViolated(value))
            {
                raised.Resolve(check.Name, service, region, now);
                continue;
            }

            violated++;
            var known = raised.Find(check.Name, service, region);
            var isCooling = known is { State: AlertState.Resolved } && now - known.ResolvedAt < check.Cooldown;
            if (!isCooling && known is not { State: AlertState.Firing })
            {
                var message = $"{metric} of {service} is {Numbers.Format(value)}, {check.Word} {Numbers.Format(check.Threshold)}";
                var alert = new RaisedAlert(check.Severity, check.Name, message, service, region, metric, value, check.Threshold, null);
                if (raised.Raise(alert, AlertOrigin.Check, now, TimeSpan.Zero) is null)
                {
                    // Code that measures something is not told by an exception.
                    log.Write((logger, suppressed) => AlertingLog.CheckNotRaised(logger, check.Name, RaisedAlerts.Most, suppressed));
                }
            }
        }

        return violated;
    }
}
