using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>
/// Numbers the transitions, keeps each until every sink has dealt with it, and hands it to the sinks once it has been stored: a crash before that finds the state of
/// before, a crash after it finds the transition, so that none is lost and none happens twice.
/// </summary>
/// <param name="gate">Guards every alert's state and this; held only for work in memory.</param>
/// <param name="options">The capacity of queues.</param>
/// <param name="registry">Where self-metrics are registered.</param>
/// <param name="time">Limits the rate of log lines.</param>
/// <param name="logger">Where failures of sinks are logged.</param>
internal sealed class TransitionLedger(Lock gate, AlertingOptions options, InstrumentRegistry registry, TimeProvider time, ILogger logger)
{
    private readonly SinkCounters _counters = new(registry);
    private readonly List<AlertTransition> _waiting = [];
    private readonly List<SinkRunner> _sinks = [];
    private readonly Dictionary<string, long> _unclaimed = new(StringComparer.Ordinal);
    private long _sequence;
    private long _published;

    /// <summary>Called without the gate whenever a sink has dealt with a transition.</summary>
    internal Action Handled { get; set; } = static () => { };

    /// <summary>The number of the last transition.</summary>
    internal long Sequence
    {
        get
        {
            lock (gate)
            {
                return _sequence;
            }
        }
    }

    /// <summary>The number that the next transition will have. The caller holds the gate.</summary>
    internal long Next => _sequence + 1;

    /// <summary>Notes a transition. The caller holds the gate, and has the state stored or published afterwards.</summary>
    internal void Add(AlertState from, AlertState to, DateTimeOffset at, Alert alert)
    {
        _sequence++;
        if (_sinks.Count + _unclaimed.Count > 0)
        {
            _waiting.Add(new AlertTransition(_sequence, from, to, at, alert));
        }
    }

    /// <summary>Adds a sink. One that the stored state knows is given what it had not dealt with.</summary>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    internal SinkRunner AddSink(IAlertSink sink)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ArgumentException.ThrowIfNullOrWhiteSpace(sink.Name, nameof(sink));
        lock (gate)
        {
            if (_sinks.Exists(other => other.Name == sink.Name))
            {
                throw new ArgumentException($"There is a sink named '{sink.Name}' already; give each its own name.", nameof(sink));
            }

            var after = _unclaimed.Remove(sink.Name, out var mark) ? mark : _sequence;
            var runner = new SinkRunner(sink, after, options.SinkQueueCapacity, _counters, new RateLimitedLog(logger, time), () => Handled());
            _sinks.Add(runner);
            Offer(runner);
            return runner;
        }
    }

    /// <summary>Gives a sink nothing more.</summary>
    internal void RemoveSink(SinkRunner runner)
    {
        lock (gate)
        {
            if (!_sinks.Remove(runner))
            {
                return;
            }

            Forget();
        }

        // Whoever removes it does not wait for what it is busy with.
        runner.StopAsync(new CancellationToken(canceled: true)).Forget();
    }

    /// <summary>What has to be stored. The caller holds the gate.</summary>
    internal LedgerState Capture()
    {
        Forget();
        var marks = new Dictionary<string, long>(_unclaimed, StringComparer.Ordinal);
        foreach (var sink in _sinks)
        {
            marks[sink.Name] = sink.HandledUpTo;
        }

        return new LedgerState(_sequence, marks, [.. _waiting]);
    }

    /// <summary>Takes up what was stored. To be called before anything else.</summary>
    internal void Restore(LedgerState state)
    {
        lock (gate)
        {
            _sequence = _published = Math.Max(state.Sequence, _sequence);
            _waiting.InsertRange(0, state.Waiting);
            foreach (var (name, mark) in state.Sinks)
            {
                _unclaimed[name] = mark;
            }
        }
    }

    /// <summary>Gives up on sinks that were known before the restart and have not come back.</summary>
    internal void ForgetUnclaimed()
    {
        lock (gate)
        {
            _unclaimed.Clear();
            Forget();
        }
    }

    /// <summary>Hands over what is stored.</summary>
    internal void Publish(long upTo)
    {
        lock (gate)
        {
            _published = Math.Max(_published, upTo);
            foreach (var sink in _sinks)
            {
                Offer(sink);
            }
        }
    }

    internal async Task StopAsync(CancellationToken cancellation)
    {
        SinkRunner[] sinks;
        lock (gate)
        {
            sinks = [.. _sinks];
        }

        await Task.WhenAll(sinks.Select(sink => sink.StopAsync(cancellation))).ConfigureAwait(false);
    }

    private void Offer(SinkRunner sink)
    {
        foreach (var transition in _waiting)
        {
            if (transition.Sequence > sink.Offered && transition.Sequence <= _published)
            {
                sink.Offer(transition);
            }
        }
    }

    private void Forget()
    {
        var least = _sequence;
        foreach (var mark in _unclaimed.Values)
        {
            least = Math.Min(least, mark);
        }

        foreach (var sink in _sinks)
        {
            least = Math.Min(least, sink.HandledUpTo);
        }

        _waiting.RemoveAll(transition => transition.Sequence <= least && transition.Sequence <= _published);

        // A sink that never gets done must not make it grow without bound; its queue has dropped what goes here.
        if (_waiting.Count > options.SinkQueueCapacity && _waiting[_waiting.Count - options.SinkQueueCapacity - 1].Sequence <= _published)
        {
            _waiting.RemoveRange(0, _waiting.Count - options.SinkQueueCapacity);
        }
    }
}
