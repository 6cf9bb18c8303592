namespace GameServer.Matches;

public interface IMatchEventFeed
{
    void Publish(MatchEvent matchEvent);

    /// <summary>What happens from now on, until cancelled. A reader that falls behind loses the oldest events.</summary>
    IAsyncEnumerable<MatchEvent> WatchAsync(CancellationToken cancellationToken);
}
