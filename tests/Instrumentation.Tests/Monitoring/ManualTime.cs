namespace Instrumentation.Tests.Monitoring;

/// <summary>A clock that stands still until a test moves it. Timers that become due are called by whoever moves it, earliest first.</summary>
public sealed class ManualTime : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private long _ticks = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Thrown from the next readings of the time of day, while set.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Timers that are due some time.</summary>
    public int PendingTimers
    {
        get
        {
            lock (_gate)
            {
                return _timers.Count(static timer => timer.Due != long.MaxValue);
            }
        }
    }

    public override long GetTimestamp() => Volatile.Read(ref _ticks);

    public override DateTimeOffset GetUtcNow() => Failure is { } failure ? throw failure : new DateTimeOffset(GetTimestamp(), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        var end = GetTimestamp() + time.Ticks;
        while (NextDue(end) is { } timer)
        {
            timer.Fire();
        }

        lock (_gate)
        {
            Volatile.Write(ref _ticks, Math.Max(_ticks, end));
        }
    }

    private ManualTimer? NextDue(long end)
    {
        lock (_gate)
        {
            var next = _timers.MinBy(static timer => timer.Due);
            if (next is null || next.Due > end)
            {
                return null;
            }

            Volatile.Write(ref _ticks, Math.Max(_ticks, next.Due));
            next.Schedule();
            return next;
        }
    }

    private sealed class ManualTimer(ManualTime time, Action callback) : ITimer
    {
        private TimeSpan _period = Timeout.InfiniteTimeSpan;

        internal long Due { get; private set; } = long.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                _period = period;
                Due = dueTime == Timeout.InfiniteTimeSpan ? long.MaxValue : time._ticks + dueTime.Ticks;
                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        internal void Schedule() => Due = _period > TimeSpan.Zero ? Due + _period.Ticks : long.MaxValue;

        internal void Fire() => callback();
    }
}
