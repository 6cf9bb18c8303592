using GameServer.Matches;
using Instrumentation;

namespace GameServer.Persistence;

[MonitoredOperation]
public sealed partial class MatchArchive(IProfileCache profiles) : IMatchArchive
{
    // Not an async method either: it hands on the task of the others, and is measured until that is done.
    public Task RecordAsync(MatchResult result, CancellationToken cancellationToken) =>
        Task.WhenAll(result.Players.Select(player => RecordAsync(player, cancellationToken)));

    private async Task RecordAsync(PlayerResult player, CancellationToken cancellationToken)
    {
        var profile = await profiles.GetAsync(player.Name, cancellationToken);
        await profiles.PutAsync(profile.After(player.Kills, player.Deaths, player.Won), cancellationToken);
    }
}
