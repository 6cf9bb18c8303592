using System.Collections.Concurrent;
using GameServer.Players;
using Instrumentation;
using Instrumentation.Games.Database;
using Microsoft.Extensions.Options;

namespace GameServer.Persistence;

/// <summary>Stands in for a database: as slow, and as unreliable.</summary>
[MonitoredOperation("PlayerStore")]
public sealed partial class InMemoryPlayerStore(Random random, TimeProvider time, IOptions<StoreOptions> options) : IPlayerStore, IDisposable
{
    private const string Table = "players";

    private readonly ConcurrentDictionary<string, PlayerProfile> _profiles = new();
    private readonly SemaphoreSlim _connections = new(options.Value.Connections);

    public async Task<PlayerProfile?> LoadAsync(string name, CancellationToken cancellationToken)
    {
        await AccessAsync("select", rows: 1, cancellationToken);
        return _profiles.GetValueOrDefault(name);
    }

    [AlertRule("StoreLosesSaves", "error_ratio > 10%", For = "1m", Severity = AlertSeverity.Error, Summary = "The store does not take what it is given")]
    public async Task SaveAsync(PlayerProfile profile, CancellationToken cancellationToken)
    {
        await AccessAsync("upsert", rows: 1, cancellationToken);
        _profiles[profile.Name] = profile;
    }

    public async Task<IReadOnlyList<PlayerProfile>> TopAsync(int count, CancellationToken cancellationToken)
    {
        await AccessAsync("select", count, cancellationToken);
        return
        [
            .. _profiles.Values
                .OrderByDescending(profile => profile.Kills)
                .ThenBy(profile => profile.Name, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    [NotMonitored]
    public void Dispose() => _connections.Dispose();

    private async Task AccessAsync(string queryType, int rows, CancellationToken cancellationToken)
    {
        await _connections.WaitAsync(cancellationToken);
        var start = time.GetTimestamp();
        var failed = true;
        try
        {
            RecordPool();
            await RunAsync(cancellationToken);
            failed = false;
        }
        finally
        {
            _connections.Release();
            new DatabaseQuery
            {
                QueryType = queryType,
                Table = Table,
                Duration = time.GetElapsedTime(start),
                RowsAffected = failed ? 0 : rows,
                Failed = failed,
            }.Record();
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var usual = options.Value.LatencyMilliseconds * (0.5 + random.NextDouble());
        var latency = random.Next(100) == 0 ? 10 * usual : usual;
        await Task.Delay(TimeSpan.FromMilliseconds(latency), time, cancellationToken);
        if (random.NextDouble() < options.Value.TimeoutRatio)
        {
            throw new TimeoutException("The store did not answer in time.");
        }
    }

    private void RecordPool()
    {
        var free = _connections.CurrentCount;
        new ConnectionPool { PoolType = "main", Size = options.Value.Connections, InUse = options.Value.Connections - free, Idle = free }.Record();
    }
}
