using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Delivery;
using Instrumentation.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting;

public sealed partial class AlertManager
{
    private readonly List<NotifierSink> _notifiers = [];

    /// <summary>Has a notifier told of alerts from now on, until what is returned is disposed.</summary>
    /// <param name="notifier">The notifier. The manager does not dispose it.</param>
    /// <param name="options">Which alerts it is told of, and how hard it is tried; null for those that the notifier was made with, else the defaults.</param>
    /// <returns>Ends it. What has not been delivered by then is not delivered any more.</returns>
    /// <exception cref="ArgumentException">The notifier has no name or that of another, or an option is out of range.</exception>
    public IDisposable AddNotifier(INotifier notifier, NotifierOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(notifier);
        ArgumentException.ThrowIfNullOrWhiteSpace(notifier.Name, nameof(notifier));
        options ??= (notifier as IConfiguredNotifier)?.Options ?? new NotifierOptions();
        if (string.Join(" ", options.Problems(notifier.Name)) is { Length: > 0 } problems)
        {
            throw new ArgumentException(problems, nameof(options));
        }

        var sink = new NotifierSink(notifier, options, this, _options.ExternalUrl, _ledger.Sequence, _time, _loggers.CreateLogger<NotifierSink>(), _registry);
        try
        {
            var removal = AddSink(sink);
            lock (_gate)
            {
                _notifiers.Add(sink);
            }

            return new Removal(() =>
            {
                removal.Dispose();
                sink.Dispose();
                lock (_gate)
                {
                    _notifiers.Remove(sink);
                }
            });
        }
        catch (ArgumentException)
        {
            sink.Dispose();
            throw;
        }
    }

    /// <summary>Ends repetitions; what waits is still delivered as long as there is time.</summary>
    private void StopNotifiers()
    {
        lock (_gate)
        {
            _notifiers.ForEach(static sink => sink.Dispose());
            _notifiers.Clear();
        }
    }
}
