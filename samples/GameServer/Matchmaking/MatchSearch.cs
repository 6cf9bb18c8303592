using System.Collections.Concurrent;
using GameServer.Connections;
using GameServer.Matches;
using GameServer.Players;

namespace GameServer.Matchmaking;

/// <summary>
/// Searches in the background, so that a player who waits can still chat, look at the leaderboard, or change its mind.
/// At most one search a player.
/// </summary>
public sealed partial class MatchSearch(IMatchmaker matchmaker, ILogger<MatchSearch> logger)
{
    private readonly ConcurrentDictionary<PlayerSession, CancellationTokenSource> _searches = new();

    /// <exception cref="InvalidCommandException">The player plays or searches already.</exception>
    public void Begin(PlayerSession player, GameMode mode)
    {
        var cancellation = new CancellationTokenSource();
        if (player.Seat is not null || !_searches.TryAdd(player, cancellation))
        {
            cancellation.Dispose();
            throw new InvalidCommandException("You are playing or waiting already.");
        }

        _ = SearchAsync(player, mode, cancellation);
    }

    public void CallOff(PlayerSession player)
    {
        if (_searches.TryRemove(player, out var cancellation))
        {
            cancellation.Cancel();
        }
    }

    // Ends without an exception: nobody awaits it.
    private async Task SearchAsync(PlayerSession player, GameMode mode, CancellationTokenSource cancellation)
    {
        var failure = await FindAsync(player, mode, cancellation.Token);

        // Before the player is told, so that it may search again at once. Another search of its own stays.
        _searches.TryRemove(KeyValuePair.Create(player, cancellation));
        if (failure is not null)
        {
            player.Send(new SearchEnded(failure));
        }
    }

    private async Task<string?> FindAsync(PlayerSession player, GameMode mode, CancellationToken calledOff)
    {
        try
        {
            await matchmaker.FindMatchAsync(player, mode, player.Region, calledOff);
            return null;
        }
        catch (OperationCanceledException)
        {
            return "Called off.";
        }
        catch (Exception exception) when (exception is TimeoutException or WaitingRoomFullException)
        {
            return exception.Message;
        }
        catch (Exception exception)
        {
            LogFailed(exception, player.Name);
            return "Something went wrong.";
        }
    }

    [LoggerMessage(LogLevel.Error, "The search of {Player} failed.")]
    private partial void LogFailed(Exception exception, string player);
}
