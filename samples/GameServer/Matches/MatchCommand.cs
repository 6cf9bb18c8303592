using System.Numerics;
using GameServer.Combat;

namespace GameServer.Matches;

/// <summary>What a player wants its fighter to do; carried out at the next tick.</summary>
public abstract record MatchCommand(int Fighter);

public sealed record MoveCommand(int Fighter, Vector2 Heading) : MatchCommand(Fighter);

/// <param name="Fighter">Who fires.</param>
/// <param name="Target">At whom.</param>
/// <param name="Weapon">With what.</param>
/// <param name="At">Timestamp of its arrival.</param>
public sealed record FireCommand(int Fighter, int Target, WeaponType Weapon, long At) : MatchCommand(Fighter);

public sealed record LeaveCommand(int Fighter) : MatchCommand(Fighter);
