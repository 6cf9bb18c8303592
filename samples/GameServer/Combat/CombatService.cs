using System.Numerics;
using GameServer.Matches;
using Instrumentation;
using Instrumentation.Games.Combat;

namespace GameServer.Combat;

public sealed partial class CombatService(Random random, TimeProvider time) : ICombatService
{
    /// <summary>How much harder a target at full speed is to hit than one that stands still.</summary>
    private const float DodgeFactor = 0.35f;

    [MonitoredOperation]
    public ShotResult Fire(Fighter shooter, Fighter target, [MetricLabel] WeaponType weapon)
    {
        var stats = Weapon.Of(weapon);
        var damage = DamageOf(stats, weapon, Vector2.Distance(shooter.Position, target.Position));
        if (damage == 0 || random.NextSingle() > HitChance(stats, target))
        {
            return ShotResult.Miss;
        }

        target.Health = Math.Max(0, target.Health - damage);
        return new ShotResult(Hit: true, damage, Killed: !target.IsAlive);
    }

    private int DamageOf(Weapon stats, WeaponType weapon, float distance)
    {
        var start = time.GetTimestamp();
        var damage = (int)MathF.Round(stats.DamageAt(distance));
        CombatMetrics.DamageCalculation(weapon.ToDamageLabel(), weapon.ToLabel(), time.GetElapsedTime(start));
        return damage;
    }

    private static float HitChance(Weapon weapon, Fighter target) => weapon.Accuracy * (1 - (DodgeFactor * target.Heading.Length()));
}
