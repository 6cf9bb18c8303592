using GameServer.Connections;
using GameServer.Matches;
using GameServer.Matchmaking;

namespace GameServer.Players;

/// <summary>
/// A signed-in player. It outlives its connection: whoever drops out may come back with the resume key and find its seat kept.
/// Safe from any thread.
/// </summary>
public sealed class PlayerSession(string name, Region region, string resumeKey, TimeProvider time)
{
    private readonly Lock _gate = new();
    private PlayerConnection? _connection;
    private MatchSeat? _seat;
    private long _droppedAt;

    public string Name { get; } = name;

    public Region Region { get; } = region;

    public string ResumeKey { get; } = resumeKey;

    /// <summary>Whether it is one of the server's own bots, by its name.</summary>
    public bool IsBot => Name.StartsWith("bot-", StringComparison.Ordinal);

    /// <summary>When it signed in.</summary>
    public DateTimeOffset Since { get; } = time.GetUtcNow();

    public PlayerConnection? Connection => Volatile.Read(ref _connection);

    public bool IsConnected => Connection is not null;

    /// <summary>The place in the match that is on, or null.</summary>
    public MatchSeat? Seat
    {
        get => Volatile.Read(ref _seat);
        set => Volatile.Write(ref _seat, value);
    }

    /// <summary>Takes up a connection. One that is still there, say behind a dead link, is cut.</summary>
    public void Attach(PlayerConnection connection)
    {
        PlayerConnection? former;
        lock (_gate)
        {
            former = _connection;
            _connection = connection;
        }

        former?.Cut();
    }

    /// <summary>Lets a connection go; false when another has taken its place already.</summary>
    public bool Detach(PlayerConnection connection)
    {
        lock (_gate)
        {
            if (_connection != connection)
            {
                return false;
            }

            _droppedAt = time.GetTimestamp();
            _connection = null;
            return true;
        }
    }

    public bool HasBeenGoneFor(TimeSpan grace)
    {
        lock (_gate)
        {
            return _connection is null && time.GetElapsedTime(_droppedAt) >= grace;
        }
    }

    public void LeaveSeat(Match match)
    {
        var seat = Seat;
        if (seat?.Match == match)
        {
            Interlocked.CompareExchange(ref _seat, null, seat);
        }
    }

    public void Send(ServerMessage message) => Send(message.ToWire());

    /// <summary>Queues a message; it goes nowhere while nobody is connected.</summary>
    public void Send(WireMessage message) => Connection?.Send(message);
}
