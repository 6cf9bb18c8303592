using GameServer.Matches;

namespace GameServer.Matchmaking;

/// <summary>Who waits for one game mode in one region, first come first served. Safe from any thread.</summary>
public sealed class WaitingRoom(GameMode mode, Region region, MatchmakingOptions options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly LinkedList<MatchTicket> _tickets = new();
    private readonly ModeRules _rules = ModeRules.Of(mode);

    public GameMode Mode => mode;

    public Region Region => region;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _tickets.Count;
            }
        }
    }

    public void Add(MatchTicket ticket)
    {
        lock (_gate)
        {
            if (_tickets.Count >= options.WaitingLimit)
            {
                throw new WaitingRoomFullException(mode, region);
            }

            _tickets.AddLast(ticket);
        }
    }

    /// <summary>False when the ticket has been taken for a match meanwhile.</summary>
    public bool Remove(MatchTicket ticket)
    {
        lock (_gate)
        {
            return _tickets.Remove(ticket);
        }
    }

    /// <summary>
    /// Takes out the players of the next match: a full house, or, once the first one's patience has run out, whoever is there. Empty when
    /// that is too few.
    /// </summary>
    public IReadOnlyList<MatchTicket> TakeNext()
    {
        lock (_gate)
        {
            var isImpatient = _tickets.First is { } first && time.GetElapsedTime(first.Value.Since) >= options.Patience;
            var enough = isImpatient ? _rules.MinPlayers : _rules.MaxPlayers;
            if (_tickets.Count < enough)
            {
                return [];
            }

            var taken = _tickets.Take(_rules.MaxPlayers).ToArray();
            foreach (var _ in taken)
            {
                _tickets.RemoveFirst();
            }

            return taken;
        }
    }
}
