using System.Collections.Concurrent;
using GameServer.Matchmaking;
using GameServer.Players;
using Instrumentation;
using Instrumentation.Games.Matches;
using Microsoft.Extensions.Options;

namespace GameServer.Matches;

/// <summary>Holds the matches that are on, each with a loop of its own, and ends them when the server stops.</summary>
public sealed partial class MatchHost(
    IMatchLoop loop,
    IMatchEventFeed feed,
    IMatchBroadcaster broadcaster,
    Random random,
    IOptions<MatchOptions> options)
    : IMatchHost, IHostedService, IDisposable
{
    private readonly ConcurrentDictionary<int, RunningMatch> _running = new();
    private readonly CancellationTokenSource _stopping = new();
    private int _lastId;

    public IReadOnlyCollection<Match> Live => [.. _running.Values.Select(running => running.Match)];

    [MonitoredOperation]
    public Match Start([MetricLabel] GameMode mode, [MetricLabel] Region region, IReadOnlyList<PlayerSession> players)
    {
        var scoreLimit = options.Value.ScoreLimit > 0 ? options.Value.ScoreLimit : ModeRules.Of(mode).ScoreLimit;
        var match = new Match(Interlocked.Increment(ref _lastId), mode, region, scoreLimit, players);
        foreach (var fighter in match.Fighters)
        {
            fighter.Position = Arena.RandomSpot(random);
            fighter.Session.Seat = new MatchSeat(match, fighter);
        }

        new GameStart { GameId = $"{match.Id}", PlayerCount = players.Count, BotCount = match.BotCount }.Record();
        broadcaster.SendStart(match);
        feed.Publish(new MatchBegun(match.Id, mode, region, players.Count));

        // The loop waits for this entry: it must not take itself off the list before it is on it.
        var listed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[match.Id] = new RunningMatch(match, RunAsync(match, listed.Task));
        listed.SetResult();
        return match;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_running.Values.Select(running => running.Loop)).WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    private async Task RunAsync(Match match, Task listed)
    {
        await listed;
        try
        {
            await loop.PlayAsync(match, _stopping.Token);
        }
        finally
        {
            _running.TryRemove(match.Id, out _);
        }
    }

    private sealed record RunningMatch(Match Match, Task Loop);
}
