using System.Collections.Concurrent;
using GameServer.Players;
using Instrumentation;
using Microsoft.Extensions.Options;

namespace GameServer.Persistence;

/// <summary>Stands in for a database: as slow, and as unreliable.</summary>
[MonitoredOperation("PlayerStore")]
public sealed partial class InMemoryPlayerStore(Random random, TimeProvider time, IOptions<StoreOptions> options) : IPlayerStore
{
    private readonly ConcurrentDictionary<string, PlayerProfile> _profiles = new();

    public async Task<PlayerProfile?> LoadAsync(string name, CancellationToken cancellationToken)
    {
        await AccessAsync(cancellationToken);
        return _profiles.GetValueOrDefault(name);
    }

    public async Task SaveAsync(PlayerProfile profile, CancellationToken cancellationToken)
    {
        await AccessAsync(cancellationToken);
        _profiles[profile.Name] = profile;
    }

    public async Task<IReadOnlyList<PlayerProfile>> TopAsync(int count, CancellationToken cancellationToken)
    {
        await AccessAsync(cancellationToken);
        return
        [
            .. _profiles.Values
                .OrderByDescending(profile => profile.Kills)
                .ThenBy(profile => profile.Name, StringComparer.Ordinal)
                .Take(count),
        ];
    }

    private async Task AccessAsync(CancellationToken cancellationToken)
    {
        var usual = options.Value.LatencyMilliseconds * (0.5 + random.NextDouble());
        var latency = random.Next(100) == 0 ? 10 * usual : usual;
        await Task.Delay(TimeSpan.FromMilliseconds(latency), time, cancellationToken);
        if (random.NextDouble() < options.Value.TimeoutRatio)
        {
            throw new TimeoutException("The store did not answer in time.");
        }
    }
}
