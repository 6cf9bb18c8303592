using System.Numerics;
using GameServer.Chat;
using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Persistence;
using GameServer.Players;
using Instrumentation;

namespace GameServer.Connections;

public sealed partial class CommandRouter(MatchSearch search, IChatService chat, ILeaderboard leaderboard, TimeProvider time) : ICommandRouter
{
    [MonitoredOperation("Command")]
    [Slo("95%", Latency = "250ms")]
    public async ValueTask HandleAsync(
        PlayerSession player,
        ClientMessage message,
        [MetricLabel] CommandKind command,
        CancellationToken cancellationToken)
    {
        switch (message)
        {
            case Move move:
                Submit(player, seat => new MoveCommand(seat.Fighter.Id, Heading(move)));
                break;

            case Fire fire:
                Submit(player, seat => new FireCommand(seat.Fighter.Id, Target(seat, fire), fire.Weapon, time.GetTimestamp()));
                break;

            case FindMatch join:
                search.Begin(player, join.Mode);
                break;

            case StopSearch:
                search.CallOff(player);
                break;

            case Say say:
                chat.Say(player, say.Channel, say.Text);
                break;

            case ShowLeaderboard:
                player.Send(new Standings(await leaderboard.TopAsync(cancellationToken)));
                break;

            default:
                throw new InvalidCommandException($"You are signed in already: {command} is not for now.");
        }
    }

    // Without a seat the match has just ended and the client does not know yet: nothing to complain about.
    private static void Submit(PlayerSession player, Func<MatchSeat, MatchCommand> command)
    {
        if (player.Seat is { } seat && !seat.Match.TrySubmit(command(seat)))
        {
            throw new InvalidCommandException("Too many commands.");
        }
    }

    private static Vector2 Heading(Move move)
    {
        var heading = new Vector2(move.X, move.Y);
        return heading.Length() <= 1.01f // false for NaN and infinity as well
            ? heading
            : throw new InvalidCommandException("Nobody runs that fast.");
    }

    private static int Target(MatchSeat seat, Fire fire) =>
        fire.Target >= 0 && fire.Target < seat.Match.Fighters.Count
            ? fire.Target
            : throw new InvalidCommandException("There is no such fighter.");
}
