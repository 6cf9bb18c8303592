using GameServer.Matches;

namespace GameServer.Combat;

public interface ICombatService
{
    /// <summary>Fires one shot and takes its damage from the target.</summary>
    ShotResult Fire(Fighter shooter, Fighter target, WeaponType weapon);
}
