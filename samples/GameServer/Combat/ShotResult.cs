namespace GameServer.Combat;

/// <summary>What came of one shot.</summary>
public readonly record struct ShotResult(bool Hit, int Damage, bool Killed)
{
    public static ShotResult Miss => default;
}
