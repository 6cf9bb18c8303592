using GameServer.Matches;
using GameServer.Players;
using Instrumentation;
using Instrumentation.Games.Matches;
using Microsoft.Extensions.Options;

namespace GameServer.Matchmaking;

public sealed partial class Matchmaker(IMatchHost matches, TimeProvider time, IOptions<MatchmakingOptions> options) : IMatchmaker
{
    private readonly WaitingRoom[] _rooms =
    [
        .. from mode in Enum.GetValues<GameMode>()
           from region in Enum.GetValues<Region>()
           select new WaitingRoom(mode, region, options.Value, time),
    ];

    // Read at each scrape, of the one matchmaker that the container has.
    [GameMetric(MetricKind.Gauge, "matchmaking_queue_size", Help = "Players who wait for a match.")]
    public int Waiting => _rooms.Sum(room => room.Count);

    // Waiting for others is measured in seconds, not in milliseconds. A search that the player called off counts as cancelled, one that
    // ran out of time as failed.
    [MonitoredOperation(
        Metric = "matchmaking_wait_seconds",
        Help = "Time from asking for a match to being seated in one.",
        Buckets = [0.1, 0.25, 0.5, 1, 2, 3, 5, 7.5, 10, 15, 30])]
    [AlertRule("MatchmakingTimeout", "error_ratio > 50% and rate > 6/m", For = "2m", Severity = AlertSeverity.Critical, Cooldown = "10m",
        Summary = "Players find no match")]
    public async Task<Match> FindMatchAsync(
        PlayerSession player,
        [MetricLabel] GameMode mode,
        [MetricLabel] Region region,
        CancellationToken cancellationToken)
    {
        var room = Array.Find(_rooms, candidate => candidate.Mode == mode && candidate.Region == region)
            ?? throw new ArgumentException($"Nobody plays {mode} in {region}.");
        var ticket = new MatchTicket(player, time.GetTimestamp());
        room.Add(ticket);
        try
        {
            return await ticket.Match.WaitAsync(options.Value.Timeout, time, cancellationToken);
        }
        catch (Exception) when (!room.Remove(ticket))
        {
            // Seated at the last moment: the match has the player down already, so this search did succeed.
            return await ticket.Match;
        }
    }

    [MonitoredOperation]
    public void StartMatches()
    {
        foreach (var room in _rooms)
        {
            while (room.TakeNext() is { Count: > 0 } tickets)
            {
                Start(room, tickets);
            }
        }
    }

    private void Start(WaitingRoom room, IReadOnlyList<MatchTicket> tickets)
    {
        try
        {
            var match = matches.Start(room.Mode, room.Region, [.. tickets.Select(ticket => ticket.Player)]);
            foreach (var ticket in tickets)
            {
                MatchmakingMetrics.Waited(room.Region.ToLabel(), room.Mode.ToLabel(), time.GetElapsedTime(ticket.Since));
                ticket.Found(match);
            }
        }
        catch (Exception exception)
        {
            // The players wait for an answer: they get this one.
            foreach (var ticket in tickets)
            {
                ticket.Fail(exception);
            }
        }
    }
}
