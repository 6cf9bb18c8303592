using System.Globalization;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Instrumentation.PromQL.Storage;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Notifiers.Delivery;

/// <summary>
/// Turns transitions into notifications of one notifier. As a sink it has a bounded queue and a worker of its own, and a transition is done with only when the receiver has
/// been told: what a crash interrupts is handed over again at the next start.
/// </summary>
internal sealed class NotifierSink : IAlertSink, IDisposable
{
    private const string GroupLabel = "alertname";

    /// <summary>Longer than any transition waits.</summary>
    private static readonly TimeSpan s_memory = TimeSpan.FromDays(2);
    private static readonly TimeSpan s_look = TimeSpan.FromSeconds(15);

    private readonly NotifierOptions _options;
    private readonly IAlerts _alerts;
    private readonly TimeProvider _time;
    private readonly long _since;
    private readonly Deliverer _deliverer;
    private readonly NotificationComposer _composer;
    private readonly Dictionary<string, AlertGroup> _groups = new(StringComparer.Ordinal);

    // Transitions and repetitions must not overtake each other.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _timer;

    /// <param name="notifier">Delivers.</param>
    /// <param name="options">Which alerts it is told of, and how hard it is tried.</param>
    /// <param name="alerts">All alerts there are.</param>
    /// <param name="externalUrl">Where the process can be reached from outside.</param>
    /// <param name="since">The number of the last transition before now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures are logged.</param>
    /// <param name="registry">Where self-metrics are registered.</param>
    internal NotifierSink(
        INotifier notifier, NotifierOptions options, IAlerts alerts, string externalUrl, long since, TimeProvider time, ILogger logger, InstrumentRegistry registry)
    {
        (_options, _alerts, _since, _time) = (options, alerts, since, time);
        Name = $"notifier:{notifier.Name}";
        _deliverer = new Deliverer(notifier, options, time, logger, registry);
        _composer = new NotificationComposer(notifier.Name, externalUrl, time);
        _timer = time.CreateTimer(_ => RepeatAsync().Forget(), null, s_look, s_look);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>How many groups it remembers.</summary>
    internal int GroupCount => _groups.Count;

    /// <inheritdoc/>
    public async ValueTask OnTransition(AlertTransition transition, CancellationToken cancellationToken)
    {
        if (!Concerns(transition))
        {
            return;
        }

        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var alert = transition.Alert;
            var group = GroupOf(alert);
            if (group.Knows(alert))
            {
                return; // It was told together with another of its group.
            }

            var members = Members(group, alert);
            var reason = alert.State == AlertState.Resolved ? NotificationReason.Resolved
                : group.HasFiring || members.Exists(static member => !member.IsNews) ? NotificationReason.NewFiring
                : NotificationReason.FirstFiring;

            // The time besides the number, which begins anew where no state is kept.
            var id = string.Create(CultureInfo.InvariantCulture, $"{AlertFingerprint.Of(group.Labels)}-{transition.Time.ToUnixTimeMilliseconds()}-{transition.Sequence}");
            var notification = _composer.Compose(id, reason, group, members);
            await _deliverer.DeliverAsync(notification, cancellationToken).ConfigureAwait(false);

            // Also when it was given up: it is said so, and trying the same again with the next transition would not make it better.
            Tell(group, notification);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends repetitions.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _stopping.Cancel();
    }

    /// <summary>Tells again of groups that nothing was said about for long enough, and forgets those that are long over.</summary>
    internal async Task RepeatAsync()
    {
        if (_stopping.IsCancellationRequested || !await _turn.WaitAsync(0).ConfigureAwait(false))
        {
            return; // Busy; there is another look soon.
        }

        try
        {
            var now = _time.GetUtcNow();
            foreach (var firing in _options.RepeatInterval > TimeSpan.Zero ? Firing().GroupBy(static alert => alert.Name).ToList() : [])
            {
                var group = GroupOf(firing.First());

                // Either told before a restart: then it goes on in the rhythm that began with the first of them. Or its transition is about to come.
                group.LastSent ??= LastInRhythm(firing.Min(static alert => alert.FiredAt) ?? now, now);

                // A clock that was set back must not put it off by as much.
                group.LastSent = group.LastSent > now ? now : group.LastSent;
                if (now - group.LastSent >= _options.RepeatInterval)
                {
                    var id = string.Create(CultureInfo.InvariantCulture, $"{AlertFingerprint.Of(group.Labels)}-r{now.ToUnixTimeSeconds()}");
                    var notification = _composer.Compose(id, NotificationReason.Repeat, group, Members(group, null));
                    await _deliverer.DeliverAsync(notification, _stopping.Token).ConfigureAwait(false);
                    Tell(group, notification);
                }
            }

            Forget(now);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The process shuts down; the next start goes on in the same rhythm.
        }
        finally
        {
            _turn.Release();
        }
    }

    private bool Concerns(AlertTransition transition) =>
        transition.Alert.Severity >= _options.MinimumSeverity
        && (transition.To == AlertState.Firing || (transition.To == AlertState.Resolved && _options.SendResolved));

    // What is only taken for told is not noted: if its transition was left over from before the restart, it is still to come, and news then.
    private void Tell(AlertGroup group, AlertNotification notification) =>
        group.Tell(notification.Alerts.Where(alert => alert.IsNews || !IsFromBefore(alert.Alert)), _time.GetUtcNow());

    /// <summary>Whether the alert has fired since before a restart: then the receiver was told, or will be by a transition that was left over.</summary>
    private bool IsFromBefore(Alert alert) => alert.State == AlertState.Firing && alert.FiredIn <= _since;

    /// <summary>Everything there is to say about the group now: one message instead of one for each of its alerts.</summary>
    private List<(Alert Alert, bool IsNews)> Members(AlertGroup group, Alert? cause)
    {
        var members = new List<(Alert, bool)>();
        if (cause is not null)
        {
            members.Add((cause, true));
        }

        foreach (var alert in Firing())
        {
            if (IsOther(alert))
            {
                members.Add((alert, !group.Knows(alert) && !IsFromBefore(alert)));
            }
        }

        if (_options.SendResolved)
        {
            foreach (var alert in _alerts.GetResolvedAlerts())
            {
                if (IsOther(alert) && group.BelievesFiring(alert) && !group.Knows(alert))
                {
                    members.Add((alert, true));
                }
            }
        }

        return members;

        bool IsOther(Alert alert) => alert.Name == group.Labels.Get(GroupLabel) && alert.Labels != cause?.Labels;
    }

    private IEnumerable<Alert> Firing() =>
        _alerts.GetActiveAlerts().Where(alert => alert.State == AlertState.Firing && alert.Severity >= _options.MinimumSeverity);

    private AlertGroup GroupOf(Alert alert)
    {
        if (!_groups.TryGetValue(alert.Name, out var group))
        {
            group = new AlertGroup(Labels.From([new PromQL.Storage.Label(GroupLabel, alert.Name)]));
            _groups.Add(alert.Name, group);
        }

        return group;
    }

    private DateTimeOffset LastInRhythm(DateTimeOffset first, DateTimeOffset now)
    {
        var since = now - first;
        return since <= TimeSpan.Zero ? now : now - new TimeSpan(since.Ticks % _options.RepeatInterval.Ticks);
    }

    private void Forget(DateTimeOffset now)
    {
        // A group that is forgotten before its repetition is due would begin its rhythm anew, and never be repeated.
        var before = now - s_memory - _options.RepeatInterval;
        foreach (var (name, group) in _groups)
        {
            group.Forget(before);
            if (group.IsEmpty && group.LastSent < before)
            {
                _groups.Remove(name);
            }
        }
    }
}
