using GameServer.Matches;

namespace GameServer.Combat;

public interface IMovementService
{
    /// <summary>Moves a fighter along its heading for one tick.</summary>
    void Advance(Fighter fighter, TimeSpan tick);
}
