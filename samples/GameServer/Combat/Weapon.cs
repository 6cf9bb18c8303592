namespace GameServer.Combat;

/// <summary>What a weapon does. Distances are in metres; damage is in points of the 100 that a fighter has.</summary>
public sealed record Weapon(float Damage, float FullDamageUpTo, float Range, float Accuracy, TimeSpan Cooldown)
{
    /// <summary>Full damage up close, then falling in a straight line to a quarter of it at the end of the range, then none.</summary>
    public float DamageAt(float distance)
    {
        if (distance > Range)
        {
            return 0;
        }

        var beyond = MathF.Max(0, distance - FullDamageUpTo);
        var falloff = Range > FullDamageUpTo ? beyond / (Range - FullDamageUpTo) : 0;
        return Damage * (1 - (0.75f * falloff));
    }

    public static Weapon Of(WeaponType type) => type switch
    {
        WeaponType.Pistol => s_pistol,
        WeaponType.Rifle => s_rifle,
        WeaponType.Shotgun => s_shotgun,
        WeaponType.Sniper => s_sniper,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such weapon."),
    };

    private static readonly Weapon s_pistol = new(18, 8, 30, 0.70f, TimeSpan.FromMilliseconds(350));
    private static readonly Weapon s_rifle = new(22, 20, 50, 0.60f, TimeSpan.FromMilliseconds(300));
    private static readonly Weapon s_shotgun = new(80, 4, 14, 0.75f, TimeSpan.FromMilliseconds(900));
    private static readonly Weapon s_sniper = new(90, 90, 90, 0.40f, TimeSpan.FromMilliseconds(1500));
}
