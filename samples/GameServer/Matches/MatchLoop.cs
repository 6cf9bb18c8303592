using GameServer.Persistence;
using Instrumentation;
using Microsoft.Extensions.Options;

namespace GameServer.Matches;

public sealed partial class MatchLoop(
    IMatchSimulation simulation,
    IMatchBroadcaster broadcaster,
    IMatchEventFeed feed,
    IMatchArchive archive,
    TimeProvider time,
    IOptions<MatchOptions> options,
    ILogger<MatchLoop> logger) : IMatchLoop
{
    public async Task PlayAsync(Match match, CancellationToken stopping)
    {
        var progress = new MatchProgress(match, time);
        try
        {
            progress.Play();
            await TickAsync(match, stopping);
            End(match);
            progress.Archive();
            await archive.RecordAsync(MatchResult.Of(match), CancellationToken.None);
        }
        catch (Exception exception)
        {
            // One broken match must not take the server with it.
            progress.Fail(exception);
            LogBroken(exception, match.Id);
        }
        finally
        {
            progress.End();
            Unseat(match);
        }
    }

    private async Task TickAsync(Match match, CancellationToken stopping)
    {
        var length = options.Value.TickLength;
        using var timer = new PeriodicTimer(length, time);
        try
        {
            var ticks = new TickCounter(match, time);
            var last = time.GetTimestamp();
            while (match.Ending is null && await timer.WaitForNextTickAsync(stopping))
            {
                if (time.GetElapsedTime(last) > 1.5 * length)
                {
                    CountLateTick(match.Mode);
                }

                last = time.GetTimestamp();
                simulation.Advance(match);
                ticks.Count();
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            match.Ending = MatchEnding.Shutdown;
        }
    }

    private void End(Match match)
    {
        var best = match.Fighters.MaxBy(match.ScoreOf)!;
        Unseat(match);
        broadcaster.SendEnd(match);
        feed.Publish(new MatchOver(match.Id, match.Mode, match.Ending!.Value, best.Name, match.ScoreOf(best)));
    }

    // Before the players are told, so that they can look for the next match at once.
    private static void Unseat(Match match)
    {
        foreach (var fighter in match.Fighters)
        {
            fighter.Session.LeaveSeat(match);
        }
    }

    [GameMetric(MetricKind.Counter, "match_late_ticks_total", Help = "Ticks that came half a tick too late, or later.")]
    [AlertRule("LateTicks", "rate > 20/s", For = "1m", Summary = "Ticks come late: the machine is too busy")]
    private static partial void CountLateTick(GameMode mode);

    [LoggerMessage(LogLevel.Error, "Match {Match} broke off.")]
    private partial void LogBroken(Exception exception, int match);
}
