using GameServer.Players;

namespace GameServer.Persistence;

/// <summary>Where profiles are kept. Any access may throw <see cref="TimeoutException"/>.</summary>
public interface IPlayerStore
{
    Task<PlayerProfile?> LoadAsync(string name, CancellationToken cancellationToken);

    Task SaveAsync(PlayerProfile profile, CancellationToken cancellationToken);

    /// <summary>The profiles with the most kills.</summary>
    Task<IReadOnlyList<PlayerProfile>> TopAsync(int count, CancellationToken cancellationToken);
}
