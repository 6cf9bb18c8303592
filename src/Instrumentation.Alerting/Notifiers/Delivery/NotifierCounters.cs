using Instrumentation.Metrics;

namespace Instrumentation.Alerting.Notifiers.Delivery;

/// <summary>What is counted about one notifier. Shown as 0 from the start: an alert on an increase would miss the first failure otherwise.</summary>
internal sealed class NotifierCounters
{
    private const int MostNotifiers = 100;

    private readonly string _notifier;
    private readonly Counter<string?> _sent;
    private readonly Counter<string?> _retries;
    private readonly Counter<string?> _failed;

    internal NotifierCounters(InstrumentRegistry registry, string notifier)
    {
        _notifier = notifier;
        _sent = Make("instrumentation_notifications_sent_total", "Notifications that their receiver has taken.");
        _retries = Make("instrumentation_notification_retries_total", "Attempts that failed and were made again.");
        _failed = Make("instrumentation_notifications_failed_total", "Notifications given up: refused by their receiver, or not deliverable in time.");

        Counter<string?> Make(string name, string help)
        {
            var counter = registry.Counter(name, help, Label.ForStrings("notifier", MostNotifiers));
            counter.Show(counter.SeriesOf(notifier));
            return counter;
        }
    }

    internal void Sent() => _sent.Increment(_notifier);

    internal void Retried() => _retries.Increment(_notifier);

    internal void Failed() => _failed.Increment(_notifier);
}
