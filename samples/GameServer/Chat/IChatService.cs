using GameServer.Players;

namespace GameServer.Chat;

public interface IChatService
{
    /// <summary>Says something to the others in the player's match.</summary>
    /// <exception cref="ChatRejectedException">The text is empty, too long or foul, or there is nobody to hear it.</exception>
    void Say(PlayerSession player, ChatChannel channel, string text);
}
