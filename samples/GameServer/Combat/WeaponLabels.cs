namespace GameServer.Combat;

/// <summary>Weapons as the ready-made metrics take them, by the names that this server's own labels have.</summary>
public static class WeaponLabels
{
    public static string ToLabel(this WeaponType weapon) => weapon switch
    {
        WeaponType.Pistol => "pistol",
        WeaponType.Rifle => "rifle",
        WeaponType.Shotgun => "shotgun",
        WeaponType.Sniper => "sniper",
        _ => throw new ArgumentOutOfRangeException(nameof(weapon), weapon, "There is no such weapon."),
    };

    /// <summary>What its damage is of.</summary>
    public static string ToDamageLabel(this WeaponType weapon) => weapon == WeaponType.Shotgun ? "pellets" : "bullet";
}
