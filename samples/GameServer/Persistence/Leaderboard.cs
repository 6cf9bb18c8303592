using GameServer.Players;
using Instrumentation;

namespace GameServer.Persistence;

[MonitoredOperation]
public sealed partial class Leaderboard(IPlayerStore store, TimeProvider time) : ILeaderboard
{
    private const int Places = 10;

    private static readonly TimeSpan s_maxAge = TimeSpan.FromSeconds(1);

    private volatile Page? _page;

    // Not an async method: the fresh page is handed out at once, and the slow way is the only one that makes a task.
    public ValueTask<IReadOnlyList<PlayerProfile>> TopAsync(CancellationToken cancellationToken) =>
        _page is { } page && time.GetElapsedTime(page.LoadedAt) < s_maxAge
            ? ValueTask.FromResult(page.Players)
            : new ValueTask<IReadOnlyList<PlayerProfile>>(LoadAsync(cancellationToken));

    private async Task<IReadOnlyList<PlayerProfile>> LoadAsync(CancellationToken cancellationToken)
    {
        var players = await store.TopAsync(Places, cancellationToken);
        _page = new Page(players, time.GetTimestamp());
        return players;
    }

    private sealed record Page(IReadOnlyList<PlayerProfile> Players, long LoadedAt);
}
