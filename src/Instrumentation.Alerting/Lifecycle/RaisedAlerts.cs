using System.Globalization;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>The alerts that code raises; each is known by its title and source.</summary>
/// <param name="gate">Guards every alert's state.</param>
/// <param name="ledger">Where transitions go.</param>
internal sealed class RaisedAlerts(Lock gate, TransitionLedger ledger)
{
    private static readonly TimeSpan s_resolvedRetention = TimeSpan.FromMinutes(15);

    // Code that raises alerts under ever new titles must not use up the memory.
    internal const int Most = 10_000;

    private readonly Dictionary<(string Title, string Source, string Region), Alert> _alerts = [];

    /// <returns>The alert; null if there are so many already that there is no room for another.</returns>
    internal Alert? Raise(RaisedAlert raised, AlertOrigin origin, DateTimeOffset now, TimeSpan expiry)
    {
        var key = Key(raised.Title, raised.Source, raised.Region);
        lock (gate)
        {
            var known = _alerts.GetValueOrDefault(key);
            var labels = MakeLabels(raised);
            var isFiring = known is { State: AlertState.Firing };
            if (isFiring && known!.Labels != labels)
            {
                // Receivers know alerts by their labels: under another severity it is another one.
                Resolve(key, known, now);
                isFiring = false;
            }

            if (!isFiring && !_alerts.ContainsKey(key) && _alerts.Count >= Most)
            {
                return null;
            }

            var alert = new Alert
            {
                Name = key.Title,
                Labels = labels,
                Annotations = MakeAnnotations(raised),
                State = AlertState.Firing,
                Origin = origin,
                Severity = raised.Severity,
                Value = raised.Value,
                ActiveAt = isFiring ? known!.ActiveAt : now,
                FiredAt = isFiring ? known!.FiredAt : now,
                FiredIn = isFiring ? known!.FiredIn : ledger.Next,
                ValidUntil = expiry > TimeSpan.Zero ? now + expiry : DateTimeOffset.MaxValue,
            };
            _alerts[key] = alert;
            if (!isFiring)
            {
                ledger.Add(AlertState.Inactive, AlertState.Firing, now, alert);
            }

            return alert;
        }
    }

    internal bool Resolve(string title, string source, string region, DateTimeOffset now)
    {
        lock (gate)
        {
            var key = Key(title, source, region);
            return _alerts.TryGetValue(key, out var alert) && alert.State == AlertState.Firing && Resolve(key, alert, now);
        }
    }

    /// <summary>The alert of that name, firing or resolved not long ago.</summary>
    internal Alert? Find(string title, string source, string region)
    {
        lock (gate)
        {
            return _alerts.GetValueOrDefault(Key(title, source, region));
        }
    }

    /// <summary>How many fire. The caller holds the gate.</summary>
    internal int FiringCount
    {
        get
        {
            var count = 0;
            foreach (var alert in _alerts.Values)
            {
                count += alert.State == AlertState.Firing ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>Whether an alert is firing that will resolve by itself.</summary>
    internal bool HasExpiring
    {
        get
        {
            lock (gate)
            {
                foreach (var alert in _alerts.Values)
                {
                    if (alert.State == AlertState.Firing && alert.ValidUntil < DateTimeOffset.MaxValue)
                    {
                        return true;
                    }
                }

                return false;
            }
        }
    }

    /// <summary>Resolves those whose time is up, and forgets those that resolved long ago.</summary>
    /// <returns>Whether any resolved.</returns>
    internal bool Expire(DateTimeOffset now)
    {
        lock (gate)
        {
            List<KeyValuePair<(string, string, string), Alert>>? ended = null;
            foreach (var pair in _alerts)
            {
                if (pair.Value.State == AlertState.Firing ? pair.Value.ValidUntil <= now : now - pair.Value.ResolvedAt > s_resolvedRetention)
                {
                    (ended ??= []).Add(pair);
                }
            }

            var resolved = false;
            foreach (var (key, alert) in ended ?? [])
            {
                resolved |= alert.State == AlertState.Firing ? Resolve(key, alert, now) : !_alerts.Remove(key);
            }

            return resolved;
        }
    }

    /// <summary>All of them. The caller holds the gate.</summary>
    internal IReadOnlyCollection<Alert> All => _alerts.Values;

    internal void Restore(Alert alert)
    {
        lock (gate)
        {
            _alerts.TryAdd(Key(alert.Name, alert.Labels.Get("source"), alert.Labels.Get("region")), alert);
        }
    }

    /// <summary>Moves all times after the clock was set.</summary>
    internal void Shift(TimeSpan by)
    {
        foreach (var (key, alert) in _alerts.ToArray())
        {
            _alerts[key] = alert with
            {
                ActiveAt = alert.ActiveAt + by,
                FiredAt = alert.FiredAt + by,
                ResolvedAt = alert.ResolvedAt + by,
                ValidUntil = alert.ValidUntil == DateTimeOffset.MaxValue ? alert.ValidUntil : alert.ValidUntil + by,
            };
        }
    }

    private bool Resolve((string, string, string) key, Alert alert, DateTimeOffset now)
    {
        var resolved = alert with { State = AlertState.Resolved, ResolvedAt = now, ValidUntil = now };
        _alerts[key] = resolved;
        ledger.Add(AlertState.Firing, AlertState.Resolved, now, resolved);
        return true;
    }

    private static (string Title, string Source, string Region) Key(string title, string source, string region) =>
        (WellFormedText.Of(title), WellFormedText.Of(source), WellFormedText.Of(region));

    private static Labels MakeLabels(RaisedAlert raised) => Labels.From(
    [
        new Label("alertname", WellFormedText.Of(raised.Title)),
        new Label("source", WellFormedText.Of(raised.Source)),
        new Label(AlertSeverities.LabelName, AlertSeverities.Text(raised.Severity)),
        new Label("metric", WellFormedText.Of(raised.Metric ?? "")),
        new Label("region", WellFormedText.Of(raised.Region)),
    ]);

    private static Labels MakeAnnotations(RaisedAlert raised)
    {
        var annotations = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in raised.Context ?? [])
        {
            annotations[name] = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        }

        annotations["summary"] = raised.Message;
        if (raised.Metric is not null)
        {
            annotations["value"] = Numbers.Format(raised.Value);
            annotations["threshold"] = Numbers.Format(raised.Threshold);
        }

        return Labels.From(annotations.Select(static pair => new Label(WellFormedText.Of(pair.Key), WellFormedText.Of(pair.Value))));
    }
}
