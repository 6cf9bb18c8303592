using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Persistence;
using GameServer.Players;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Microsoft.Extensions.Options;

namespace GameServer.Pages;

/// <summary>Puts together what the page shows.</summary>
public sealed class StatusReader(
    IMatchHost matches,
    IMatchmaker matchmaker,
    ISessionService sessions,
    ILeaderboard leaderboard,
    AlertReader alerts,
    StatusHistory history,
    IPerformanceMonitor monitor,
    IOptions<MatchOptions> options)
{
    public async ValueTask<ServerStatus> ReadAsync(CancellationToken cancellationToken)
    {
        var leaders = await TopAsync(cancellationToken);
        using var snapshot = InstrumentRegistry.Default.Snapshot();
        var now = Totals.Read(snapshot, monitor.GetSnapshot().Uptime);
        var lately = history.Before(now, TimeSpan.FromSeconds(15));
        var fiveMinutesAgo = history.Before(now, TimeSpan.FromMinutes(5));
        return new ServerStatus(
            now.Uptime.TotalSeconds,
            sessions.Count,
            matchmaker.Waiting,
            options.Value.TickRate,
            now.Counts,
            (now.Uptime - lately.Uptime).TotalSeconds,
            now.Counts - lately.Counts,
            FigureReader.Process(snapshot),
            [.. now.Regions.Select(region => region.Since(fiveMinutesAgo.Region(region.Name)))],
            FigureReader.Weapons(snapshot),
            [.. matches.Live.OrderBy(match => match.Id).Select(Describe)],
            [.. now.Operations.Select(operation => operation.Since(lately.Operation(operation.Name)))],
            alerts.RuleCount,
            alerts.Active(),
            leaders);
    }

    private MatchStatus Describe(Match match)
    {
        var leader = match.Fighters.MaxBy(match.ScoreOf)!;
        return new MatchStatus(
            match.Id,
            match.Mode,
            match.Region.ToLabel(),
            match.Tick * options.Value.TickLength.TotalSeconds,
            match.ScoreOf(leader),
            match.ScoreLimit,
            leader.Name,
            match.Fighters.Count,
            match.Fighters.Count(fighter => fighter.Session.IsConnected));
    }

    private async ValueTask<IReadOnlyList<PlayerProfile>> TopAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await leaderboard.TopAsync(cancellationToken);
        }
        catch (TimeoutException)
        {
            return []; // a page without leaders is better than none
        }
    }
}
