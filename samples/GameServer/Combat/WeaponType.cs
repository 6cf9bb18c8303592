namespace GameServer.Combat;

public enum WeaponType
{
    Pistol,
    Rifle,
    Shotgun,
    Sniper,
}
