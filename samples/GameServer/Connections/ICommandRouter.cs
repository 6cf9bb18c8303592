using GameServer.Players;

namespace GameServer.Connections;

public interface ICommandRouter
{
    /// <summary>Carries out what a signed-in player asks for.</summary>
    /// <exception cref="InvalidCommandException">It makes no sense at this time, or at all.</exception>
    ValueTask HandleAsync(PlayerSession player, ClientMessage message, CommandKind command, CancellationToken cancellationToken);
}
