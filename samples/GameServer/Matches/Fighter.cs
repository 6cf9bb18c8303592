using System.Numerics;
using GameServer.Combat;
using GameServer.Players;

namespace GameServer.Matches;

/// <summary>A player's body in one match. Only the loop of its match touches it.</summary>
public sealed class Fighter(int id, int team, PlayerSession session)
{
    public const int FullHealth = 100;

    /// <summary>The index in <see cref="Match.Fighters"/>; clients name their targets by it.</summary>
    public int Id { get; } = id;

    public int Team { get; } = team;

    public PlayerSession Session { get; } = session;

    public string Name => Session.Name;

    public Vector2 Position { get; set; }

    /// <summary>Where it runs and how fast: the zero vector stands, length 1 is full speed.</summary>
    public Vector2 Heading { get; set; }

    public int Health { get; set; } = FullHealth;

    public int Kills { get; set; }

    public int Deaths { get; set; }

    /// <summary>The tick at which a dead fighter comes back.</summary>
    public int RespawnTick { get; set; }

    /// <summary>The weapon of its last shot.</summary>
    public WeaponType? Weapon { get; set; }

    /// <summary>The first tick at which the weapon is ready again.</summary>
    public int NextShotTick { get; set; }

    /// <summary>Set for good once the player left or did not come back in time.</summary>
    public bool HasLeft { get; set; }

    public bool IsAlive => Health > 0;
}
