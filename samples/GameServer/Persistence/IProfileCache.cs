using GameServer.Players;

namespace GameServer.Persistence;

public interface IProfileCache
{
    /// <summary>A player's profile; a new player gets an empty one.</summary>
    ValueTask<PlayerProfile> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Writes through to the store.</summary>
    Task PutAsync(PlayerProfile profile, CancellationToken cancellationToken);
}
