using GameServer.Connections;
using GameServer.Matches;
using GameServer.Players;
using Instrumentation;

namespace GameServer.Chat;

[MonitoredOperation]
public sealed partial class ChatService : IChatService
{
    private const int LongestText = 120;

    private static readonly string[] s_foulWords = ["noob", "trash"];

    public void Say(PlayerSession player, [MetricLabel] ChatChannel channel, string text)
    {
        if (player.Seat is not { } seat)
        {
            throw new ChatRejectedException("There is nobody to talk to outside a match.");
        }

        Check(text);
        var line = new ChatLine(player.Name, channel, text).ToWire();
        foreach (var listener in seat.Match.Fighters.Where(fighter => Hears(fighter, seat, channel)))
        {
            listener.Session.Send(line);
        }
    }

    private static bool Hears(Fighter fighter, MatchSeat speaker, ChatChannel channel) =>
        !fighter.HasLeft && (channel == ChatChannel.All || fighter.Team == speaker.Fighter.Team);

    private static void Check(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > LongestText)
        {
            throw new ChatRejectedException($"A chat line has 1 to {LongestText} characters.");
        }

        if (Array.Exists(s_foulWords, word => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ChatRejectedException("Mind your words.");
        }
    }
}
