using GameServer.Players;
using Instrumentation;
using Instrumentation.Games.Cache;
using Instrumentation.Games.Players;
using Microsoft.Extensions.Caching.Memory;

namespace GameServer.Persistence;

[MonitoredOperation]
public sealed partial class ProfileCache(IPlayerStore store) : IProfileCache, IDisposable
{
    private const int MostProfiles = 10_000;
    private const int Attempts = 4;

    private readonly MemoryCache _profiles = new(new MemoryCacheOptions { SizeLimit = MostProfiles });

    // A hit completes at once, without a task; the histogram shows the two kinds as two humps.
    public async ValueTask<PlayerProfile> GetAsync(string name, CancellationToken cancellationToken)
    {
        var isKnown = _profiles.TryGetValue(name, out PlayerProfile? known);
        CacheMetrics.Lookup("profiles", isKnown);
        if (isKnown)
        {
            return known!;
        }

        var profile = await RetryAsync(() => store.LoadAsync(name, cancellationToken)) ?? Register(name);
        Keep(profile);
        return profile;
    }

    public async Task PutAsync(PlayerProfile profile, CancellationToken cancellationToken)
    {
        Keep(profile);
        await RetryAsync(async () =>
        {
            await store.SaveAsync(profile, cancellationToken);
            return profile;
        });
    }

    [NotMonitored]
    public void Dispose() => _profiles.Dispose();

    private static PlayerProfile Register(string name)
    {
        PlayerMetrics.Registered();
        return new PlayerProfile(name);
    }

    private void Keep(PlayerProfile profile) => _profiles.Set(profile.Name, profile, new MemoryCacheEntryOptions { Size = 1 });

    private static async Task<T> RetryAsync<T>(Func<Task<T>> access)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await access();
            }
            catch (TimeoutException) when (attempt < Attempts)
            {
                // The store is only slow now and then. Its own metrics show each time-out, ours those that no retry mended.
            }
        }
    }
}
