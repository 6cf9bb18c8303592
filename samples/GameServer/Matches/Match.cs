using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using GameServer.Matchmaking;
using GameServer.Players;

namespace GameServer.Matches;

/// <summary>
/// The state of one match. Connections hand in commands from any thread; everything else belongs to the match's own loop, and so needs
/// no locks.
/// </summary>
public sealed class Match
{
    /// <summary>Some ten commands a player and tick: only a client that floods ever meets this bound.</summary>
    private const int CommandsPerPlayer = 10;

    private readonly Channel<MatchCommand> _commands;

    public Match(int id, GameMode mode, Region region, int scoreLimit, IReadOnlyList<PlayerSession> players)
    {
        Id = id;
        Mode = mode;
        Region = region;
        ScoreLimit = scoreLimit;
        Rules = ModeRules.Of(mode);
        Fighters = [.. players.Select((player, index) => new Fighter(index, Rules.TeamOf(index), player))];
        _commands = Channel.CreateBounded<MatchCommand>(
            new BoundedChannelOptions(players.Count * CommandsPerPlayer) { SingleReader = true });
    }

    public int Id { get; }

    public GameMode Mode { get; }

    public Region Region { get; }

    public ModeRules Rules { get; }

    public int ScoreLimit { get; }

    public IReadOnlyList<Fighter> Fighters { get; }

    /// <summary>How many of the players are bots.</summary>
    public int BotCount => Fighters.Count(fighter => fighter.Session.IsBot);

    /// <summary>Ticks played so far.</summary>
    public int Tick { get; set; }

    /// <summary>Why the match ended; null while it is on.</summary>
    public MatchEnding? Ending { get; set; }

    /// <summary>The score of a fighter's side: its own kills, or its team's.</summary>
    public int ScoreOf(Fighter fighter) =>
        Rules.Teams == 0 ? fighter.Kills : Fighters.Where(other => other.Team == fighter.Team).Sum(other => other.Kills);

    public int BestScore => Fighters.Max(ScoreOf);

    public bool AreEnemies(Fighter one, Fighter other) => one.Team != other.Team;

    /// <summary>False when the player sends faster than the match takes in; the command is then dropped.</summary>
    public bool TrySubmit(MatchCommand command) => _commands.Writer.TryWrite(command);

    public bool TryTakeCommand([MaybeNullWhen(false)] out MatchCommand command) => _commands.Reader.TryRead(out command);
}
