using Instrumentation.Alerting.Evaluation;
using Instrumentation.Alerting.History;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.Alerting.State;
using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Instrumentation.Alerting;

/// <summary>Rules, alerts, and who hears of them. Thread-safe.</summary>
public sealed partial class AlertManager : IAlerts, IAsyncDisposable, IDisposable
{
    // Times are whole milliseconds.
    private static readonly TimeSpan s_shortestInterval = TimeSpan.FromMilliseconds(1);

    private readonly Lock _gate = new();
    private readonly AlertingOptions _options;
    private readonly TimeProvider _time;
    private readonly EngineContext _context;
    private readonly TransitionLedger _ledger;
    private readonly RaisedAlerts _raised;
    private readonly MetricChecks _checks;
    private readonly SelectionBook _book;
    private readonly ExemplarHistory _exemplars;
    private readonly RuleEngine _engine;
    private readonly EngineLoop _loop;
    private readonly StateRestorer _restorer;
    private readonly StatePersister _persister;
    private readonly IAlertStateStore? _store;
    private readonly FileAlertStateStore? _ownStore;
    private readonly ILogger _logger;
    private readonly ILoggerFactory _loggers;
    private readonly InstrumentRegistry _registry;
    private long _signalled;

    /// <summary>Makes a manager; a host makes one by <c>AddAlerting</c>.</summary>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <param name="loggers">Where it logs; nowhere when left out.</param>
    /// <param name="registry">The metrics that rules are about, and where self-metrics go; the default registry when left out.</param>
    /// <param name="store">Where state is kept over restarts; the file of <see cref="AlertingOptions.StatePath"/> when left out.</param>
    /// <exception cref="ArgumentException">One of <see cref="AlertingOptions.Selectors"/> cannot be read, or an interval or a limit is not above zero.</exception>
    public AlertManager(
        AlertingOptions? options = null, TimeProvider? time = null, ILoggerFactory? loggers = null, InstrumentRegistry? registry = null, IAlertStateStore? store = null)
    {
        _options = options ?? new AlertingOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.SampleInterval, s_shortestInterval, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.EvaluationInterval, s_shortestInterval, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.EvaluationTimeout, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.SinkQueueCapacity, 1, nameof(options));
        _time = time ?? TimeProvider.System;
        _registry = registry ?? InstrumentRegistry.Default;
        _loggers = loggers ?? NullLoggerFactory.Instance;
        _logger = _loggers.CreateLogger<AlertManager>();
        _ownStore = store is not null || string.IsNullOrWhiteSpace(_options.StatePath) ? null : new FileAlertStateStore(_options.StatePath);
        _store = store ?? _ownStore;
        History = new SampleStore(new SampleStoreOptions { Retention = _options.Retention, MaxSeries = _options.MaxSeries, MaxBytes = _options.MaxBytes });
        _ledger = new TransitionLedger(_gate, _options, _registry, _time, _logger) { Handled = () => _persister!.Signal() };
        _raised = new RaisedAlerts(_gate, _ledger);
        _checks = new MetricChecks(_raised, new RateLimitedLog(_logger, _time));
        _context = new EngineContext(_gate, _options, History, _ledger, new RuleCounters(_registry), _time);
        _book = new SelectionBook(_options.Selectors);
        _restorer = new StateRestorer(_context);
        _engine = new RuleEngine(_context, _book, _logger, Changed) { Started = _restorer.Restore };
        _exemplars = new ExemplarHistory(_options.MaxExemplars);
        var history = new MetricHistory(_context, _registry, _book, _exemplars);
        _loop = new EngineLoop(_context, _engine, history, _exemplars, _book, _raised, _logger, AfterTick) { Beat = () => _persister!.Signal() };
        _persister = new StatePersister(_store, Capture, _ledger.Publish, () => _ledger.Sequence, _time, new RateLimitedLog(_logger, _time));
    }

    /// <inheritdoc/>
    public SampleStore History { get; }

    /// <inheritdoc/>
    public void Want(Expression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        _book.Want(expression, _time.GetUtcNow().ToUnixTimeMilliseconds() + (long)_options.Retention.TotalMilliseconds);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ExemplarSeries> FindExemplars(Expression query, DateTimeOffset from, DateTimeOffset to)
    {
        ArgumentNullException.ThrowIfNull(query);
        return _exemplars.Find(query, from, to);
    }

    /// <summary>Has a sink told of every transition from now on, until what is returned is disposed.</summary>
    /// <param name="sink">The sink.</param>
    /// <returns>Ends it.</returns>
    /// <exception cref="ArgumentException">The sink has no name, or that of another.</exception>
    public IDisposable AddSink(IAlertSink sink)
    {
        var runner = _ledger.AddSink(sink);
        return new Removal(() => _ledger.RemoveSink(runner));
    }

    /// <inheritdoc/>
    public IReadOnlyList<RuleGroupStatus> GetGroups()
    {
        lock (_gate)
        {
            return [.. _engine.Groups.Select(static group => new RuleGroupStatus
            {
                Group = group.Group,
                Interval = group.Interval,
                LastEvaluation = group.LastEvaluation == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(group.LastEvaluation),
                EvaluationDuration = group.Duration,
                MissedEvaluations = group.Missed,
                Rules = [.. group.Rules.Select(static rule => rule.Status())],
            })];
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<Alert> GetActiveAlerts() => Select(static state => state is AlertState.Pending or AlertState.Firing);

    /// <inheritdoc/>
    public IReadOnlyList<Alert> GetResolvedAlerts() => Select(static state => state == AlertState.Resolved);

    private IReadOnlyList<Alert> Select(Func<AlertState, bool> wanted)
    {
        lock (_gate)
        {
            var ofRules = _engine.Groups.SelectMany(static group => group.Rules).OfType<AlertRuleRunner>().SelectMany(rule => rule.Alerts(wanted));
            return [.. ofRules.Concat(_raised.All.Where(alert => wanted(alert.State))).OrderBy(static alert => alert.Labels)];
        }
    }

    /// <summary>Has the state stored, and sinks told, if there are transitions that have not been.</summary>
    private void Changed()
    {
        var sequence = _ledger.Sequence;
        if (Interlocked.Exchange(ref _signalled, sequence) != sequence)
        {
            _persister.Signal();
        }
    }
}
