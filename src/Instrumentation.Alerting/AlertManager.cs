using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Instrumentation.PromQL.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.Alerting;

/// <summary>Rules, alerts, and who hears of them. Thread-safe.</summary>
public sealed partial class AlertManager : IAlerts, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly AlertingOptions _options;
    private readonly TimeProvider _time;
    private readonly ILoggerFactory _loggers;
    private readonly InstrumentRegistry _registry;
    private readonly TransitionLedger _ledger;
    private readonly RaisedAlerts _raised;

    /// <summary>Makes a manager; a host makes one by <c>AddAlerting</c>.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <param name="loggers">Where it logs; nowhere when left out.</param>
    /// <param name="registry">The metrics that rules are about, and where self-metrics go; the default registry when left out.</param>
    public AlertManager(AlertingOptions? options = null, TimeProvider? time = null, ILoggerFactory? loggers = null, InstrumentRegistry? registry = null)
    {
        _options = options ?? new AlertingOptions();
        _time = time ?? TimeProvider.System;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _registry = registry ?? InstrumentRegistry.Default;
        var logger = _loggers.CreateLogger<AlertManager>();
        _ledger = new TransitionLedger(_gate, _options, _registry, _time, logger);
        _raised = new RaisedAlerts(_gate, _ledger);
        History = new SampleStore(new SampleStoreOptions { Retention = _options.Retention, MaxSeries = _options.MaxSeries, MaxBytes = _options.MaxBytes });
    }

    /// <inheritdoc/>
    public SampleStore History { get; }

    /// <summary>Has a sink told of every transition from now on, until what is returned is disposed.</summary>
    /// <param name="sink">The sink.</param>
    /// <returns>Ends it.</returns>
    /// <exception cref="ArgumentException">The sink has no name, or that of another.</exception>
    public IDisposable AddSink(IAlertSink sink)
    {
        var runner = _ledger.AddSink(sink);
        return new Removal(() => _ledger.RemoveSink(runner));
    }

    /// <summary>Raises an alert by hand, firing at once. Raised again under the same title and source it is the same alert, and nobody is told again.</summary>
    /// <param name="level">How bad it is. At another level it is another alert, and the earlier one resolves.</param>
    /// <param name="title">The alert's name.</param>
    /// <param name="message">One line for whoever is alerted.</param>
    /// <param name="source">Which part of the system says so.</param>
    /// <param name="metric">The metric that it is about, if it is about one.</param>
    /// <param name="value">The metric's value.</param>
    /// <param name="threshold">The value that it should not have passed.</param>
    /// <param name="context">What else is worth knowing; becomes annotations.</param>
    /// <returns>The alert.</returns>
    /// <exception cref="InvalidOperationException">10,000 alerts under other titles and sources are firing or have resolved in the last 15 minutes.</exception>
    public Alert TriggerAlert(
        AlertSeverity level,
        string title,
        string message,
        string source,
        string? metric = null,
        double value = 0,
        double threshold = 0,
        IEnumerable<KeyValuePair<string, object?>>? context = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        var raised = new RaisedAlert(level, title, message, source, metric, value, threshold, context);
        var alert = _raised.Raise(raised, AlertOrigin.Manual, _time.GetUtcNow(), _options.ManualAlertExpiry);
        Changed();
        return alert;
    }

    /// <summary>Resolves an alert that was raised by hand.</summary>
    /// <param name="title">The title it was raised under.</param>
    /// <param name="source">The source it was raised under.</param>
    /// <returns>Whether there was one firing.</returns>
    public bool ResolveAlert(string title, string source)
    {
        var resolved = _raised.Resolve(title, source, _time.GetUtcNow());
        Changed();
        return resolved;
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleGroupStatus> GetGroups() => [];

    /// <inheritdoc/>
    public IReadOnlyList<Alert> GetActiveAlerts() => Select(static alert => alert.State is AlertState.Pending or AlertState.Firing);

    /// <inheritdoc/>
    public IReadOnlyList<Alert> GetResolvedAlerts() => Select(static alert => alert.State == AlertState.Resolved);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        StopNotifiers();
        await _ledger.StopAsync(CancellationToken.None).ConfigureAwait(false);
    }

    private IReadOnlyList<Alert> Select(Func<Alert, bool> wanted)
    {
        lock (_gate)
        {
            return [.. _raised.All.Where(wanted).OrderBy(static alert => alert.Labels)];
        }
    }

    private void Changed() => _ledger.Publish(_ledger.Sequence);
}
