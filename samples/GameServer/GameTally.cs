namespace GameServer;

/// <summary>The game's own counts, for the status line and page. Safe from any thread.</summary>
/// <remarks>No part of the monitoring, which needs none of it: the tests hold one against the other.</remarks>
public sealed class GameTally
{
    private readonly long[] _counts = new long[Enum.GetValues<GameEvent>().Length];

    public long this[GameEvent gameEvent] => Interlocked.Read(ref _counts[(int)gameEvent]);

    public void Count(GameEvent gameEvent) => Interlocked.Increment(ref _counts[(int)gameEvent]);
}
