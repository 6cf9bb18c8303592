namespace Instrumentation.Games.Combat;

/// <summary>What is measured of combat beside <see cref="CombatEvent"/>. Weapons and kinds of damage are the game's own.</summary>
public static partial class CombatMetrics
{
    /// <summary>Counts a shot.</summary>
    [GameMetric(MetricKind.Counter, "combat_shots_total", Help = "Shots fired.")]
    public static partial void Shot(
        [MetricLabel(Limit = Limits.Weapons)] string? weaponType,
        [MetricLabel(Limit = Limits.Regions)] string? region);

    /// <summary>Counts a hit.</summary>
    [GameMetric(MetricKind.Counter, "combat_hits_total", Help = "Shots that hit.")]
    public static partial void Hit(
        [MetricLabel(Limit = Limits.Weapons)] string? weaponType,
        [MetricLabel(Limit = Limits.Regions)] string? region);

    /// <summary>Counts a kill.</summary>
    [GameMetric(MetricKind.Counter, "combat_kills_total", Help = "Players killed.")]
    public static partial void Kill(
        [MetricLabel(Limit = Limits.Weapons)] string? weaponType,
        [MetricLabel(Limit = Limits.Regions)] string? region);

    /// <summary>Adds the damage that a hit dealt, in points of health; at least 0.</summary>
    [GameMetric(MetricKind.Counter, "combat_damage_dealt_total", Help = "Points of health taken from players.")]
    public static partial void Damage(
        [MetricLabel(Limit = Limits.DamageTypes)] string? damageType,
        [MetricLabel(Limit = Limits.Weapons)] string? weaponType,
        double points);

    /// <summary>Observes how long it took to change from one weapon to another.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "weapon_switch_time_seconds",
        Help = "Times to change from one weapon to another.",
        Buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5])]
    public static partial void WeaponSwitch(
        [MetricLabel(Limit = Limits.Weapons)] string? fromWeapon,
        [MetricLabel(Limit = Limits.Weapons)] string? toWeapon,
        TimeSpan time);

    /// <summary>Observes how long the damage of a hit took to work out.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "damage_calculation_time_seconds",
        Help = "Times to work out the damage of a hit.",
        Buckets = [0.000001, 0.0000025, 0.000005, 0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01])]
    public static partial void DamageCalculation(
        [MetricLabel(Limit = Limits.DamageTypes)] string? damageType,
        [MetricLabel(Limit = Limits.Weapons)] string? weaponType,
        TimeSpan time);

    /// <summary>Observes how many ticks a second a match reached.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "combat_tick_rate_hz",
        Help = "Ticks a second that matches reached.",
        Buckets = [5, 10, 15, 18, 20, 24, 28, 30, 45, 55, 60, 64, 100, 120, 128])]
    public static partial void TickRate([MetricLabel(Limit = Limits.Regions)] string? region, double ticksPerSecond);
}
