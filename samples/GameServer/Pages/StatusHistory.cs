using GameServer.Hosting;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;

namespace GameServer.Pages;

/// <summary>
/// Every five seconds notes what has been counted, and keeps it for as long as the page looks back. So whoever opens the page sees rates at once, and everybody sees
/// the same.
/// </summary>
public sealed class StatusHistory(IPerformanceMonitor monitor, TimeProvider time) : PeriodicService(s_interval, time)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_kept = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Queue<Totals> _readings = [];

    /// <summary>What had been counted so long before, or a little longer; that of the start when the server was not up yet.</summary>
    /// <param name="now">What has been counted up to now.</param>
    /// <param name="ago">How far to look back, five minutes at most.</param>
    public Totals Before(Totals now, TimeSpan ago)
    {
        lock (_gate)
        {
            return _readings.LastOrDefault(reading => reading.Uptime <= now.Uptime - ago) ?? Totals.None;
        }
    }

    public void Note(Totals reading)
    {
        lock (_gate)
        {
            // The first one is old enough to look back to, for as long as the second is not.
            _readings.Enqueue(reading);
            while (_readings.Count > 1 && _readings.ElementAt(1).Uptime <= reading.Uptime - s_kept)
            {
                _readings.Dequeue();
            }
        }
    }

    protected override void Tick()
    {
        using var snapshot = InstrumentRegistry.Default.Snapshot();
        Note(Totals.Read(snapshot, monitor.GetSnapshot().Uptime));
    }
}
