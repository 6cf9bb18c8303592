using Instrumentation.Alerting.History;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Hooks;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>What happens at each tick: a sample of the metrics if it is time for one, then the groups that are due, then what only time brings about.</summary>
internal sealed class EngineLoop : IDisposable
{
    private const long Housekeeping = 60_000;
    private const long Heartbeat = 10_000;

    private readonly EngineContext _context;
    private readonly RuleEngine _engine;
    private readonly MetricHistory _history;
    private readonly ExemplarHistory _exemplars;
    private readonly SelectionBook _book;
    private readonly RaisedAlerts _raised;
    private readonly Action<long> _afterTick;
    private readonly ClockWatch _clock;
    private readonly RateLimitedLog _failures;
    private readonly RateLimitedLog _full;
    private readonly RateLimitedLog _steps;
    private readonly Lock _ticking = new();
    private readonly long _sampleInterval;
    private long _lastSample;
    private long _lastHousekeeping;
    private long _lastHeartbeat;
    private ITimer? _timer;
    private bool _isStopped;

    internal EngineLoop(
        EngineContext context,
        RuleEngine engine,
        MetricHistory history,
        ExemplarHistory exemplars,
        SelectionBook book,
        RaisedAlerts raised,
        ILogger logger,
        Action<long> afterTick)
    {
        (_context, _engine, _history, _exemplars, _book, _raised, _afterTick) = (context, engine, history, exemplars, book, raised, afterTick);
        _clock = new ClockWatch(context.Time);
        _failures = new RateLimitedLog(logger, context.Time);
        _full = new RateLimitedLog(logger, context.Time);
        _steps = new RateLimitedLog(logger, context.Time);
        _sampleInterval = (long)context.Options.SampleInterval.TotalMilliseconds;
    }

    /// <summary>Called when alerts are active and nothing has been stored for a while, so that the stored state tells when the process ended.</summary>
    internal Action Beat { get; set; } = static () => { };

    internal void Start()
    {
        lock (_ticking)
        {
            _timer ??= _context.Time.CreateTimer(static loop => ((EngineLoop)loop!).OnTimer(), this, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_ticking)
        {
            _isStopped = true;
            _timer?.Dispose();
        }
    }

    /// <summary>Does what is due.</summary>
    /// <param name="inline">Whether groups are evaluated on this thread rather than on the pool.</param>
    internal void Tick(bool inline)
    {
        lock (_ticking)
        {
            var now = _clock.Read(out var step);
            if (step != 0)
            {
                if (_engine.IsAnyBusy)
                {
                    // It would see samples of before and after; the next tick is soon.
                    return;
                }

                Shift(step);
            }

            _clock.Accept(now);
            Sample(now);
            _engine.Tick(now, inline);
            Keep(now);
            _afterTick(now);
        }
    }

    private void OnTimer()
    {
        try
        {
            Tick(inline: false);
        }
        catch (Exception exception)
        {
            _context.Counters.LoopFailed();
            _failures.Write((logger, suppressed) => AlertingLog.TickFailed(logger, suppressed, exception));
        }

        lock (_ticking)
        {
            if (!_isStopped)
            {
                _timer?.Change(UntilNext(), Timeout.InfiniteTimeSpan);
            }
        }
    }

    private TimeSpan UntilNext()
    {
        var now = _context.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var next = Slot(now) + _sampleInterval;
        foreach (var group in _engine.Groups)
        {
            // One that is late since it is busy is looked at again with the others.
            if (group.NextDue > now)
            {
                next = Math.Min(next, group.NextDue);
            }
        }

        return TimeSpan.FromMilliseconds(Math.Clamp(next - now, 1, 60_000));
    }

    private long Slot(long time) => time - (((time % _sampleInterval) + _sampleInterval) % _sampleInterval);

    private void Sample(long now)
    {
        var slot = Slot(now);
        if (slot <= _lastSample)
        {
            return;
        }

        _lastSample = slot;
        _history.Sample(slot);
        _context.HistoryStart = _context.HistoryStart == 0 ? slot : _context.HistoryStart;
        if (_history.Refused > 0)
        {
            _full.Write((logger, suppressed) => AlertingLog.HistoryFull(logger, _history.Refused, suppressed));
        }
    }

    private void Keep(long now)
    {
        if (now - _lastHousekeeping >= Housekeeping)
        {
            _lastHousekeeping = now;
            _book.Expire(now);
            _context.Store.Trim(now);
            _exemplars.Trim(DateTimeOffset.FromUnixTimeMilliseconds(now) - _context.Store.Retention);
            _raised.Expire(DateTimeOffset.FromUnixTimeMilliseconds(now));
        }
        else if (_raised.HasExpiring)
        {
            _raised.Expire(DateTimeOffset.FromUnixTimeMilliseconds(now));
        }

        var (pending, firing) = Count();
        _context.Counters.Alerts(pending, firing);
        _context.Counters.History(_context.Store.SeriesCount, _context.Store.UsedBytes, _history.Refused);
        if (pending + firing > 0 && now - _lastHeartbeat >= Heartbeat)
        {
            _lastHeartbeat = now;
            Beat();
        }
    }

    private (int Pending, int Firing) Count()
    {
        var (pending, firing) = (0, 0);
        lock (_context.Gate)
        {
            foreach (var group in _engine.Groups)
            {
                foreach (var rule in group.Rules)
                {
                    if (rule is AlertRuleRunner alerts)
                    {
                        alerts.States.Count(ref pending, ref firing);
                    }
                }
            }

            firing += _raised.FiringCount;
        }

        return (pending, firing);
    }

    private void Shift(long step)
    {
        _context.Counters.ClockStepped();
        _steps.Write((logger, _) => AlertingLog.ClockStepped(logger, TimeSpan.FromMilliseconds(step)));
        _context.Store.ShiftTime(TimeSpan.FromMilliseconds(step));
        _exemplars.Shift(TimeSpan.FromMilliseconds(step));
        _engine.Shift(step);
        lock (_context.Gate)
        {
            _raised.Shift(TimeSpan.FromMilliseconds(step));
        }

        _context.HistoryStart = _context.HistoryStart == 0 ? 0 : _context.HistoryStart + step;
        _lastSample = Slot(_lastSample + step);
        _lastHousekeeping += step;
        _lastHeartbeat += step;
    }
}
