using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Instrumentation;

namespace GameServer.Matches;

public sealed partial class MatchEventFeed : IMatchEventFeed
{
    private const int EventsKeptPerSpectator = 256;

    private readonly ConcurrentDictionary<Channel<MatchEvent>, byte> _spectators = new();

    public void Publish(MatchEvent matchEvent)
    {
        foreach (var (spectator, _) in _spectators)
        {
            spectator.Writer.TryWrite(matchEvent);
        }
    }

    // Timed from the first event asked for to the end of the enumeration: how long spectators stay.
    [MonitoredOperation(Buckets = [1, 10, 60, 600, 3600])]
    public async IAsyncEnumerable<MatchEvent> WatchAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var events = Channel.CreateBounded<MatchEvent>(
            new BoundedChannelOptions(EventsKeptPerSpectator) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        _spectators.TryAdd(events, 0);
        try
        {
            await foreach (var matchEvent in events.Reader.ReadAllAsync(cancellationToken))
            {
                yield return matchEvent;
            }
        }
        finally
        {
            _spectators.TryRemove(events, out _);
        }
    }
}
