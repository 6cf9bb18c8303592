using System.Numerics;
using GameServer.Combat;
using GameServer.Connections;

namespace GameServer.Bots;

/// <summary>Decides what a bot does in one match. It knows only what the server told its client.</summary>
public sealed class BotBrain(MatchStarted match, Random random)
{
    /// <summary>States between two changes of direction: three tenths of a second, by default.</summary>
    private const int StepsBetweenTurns = 3;

    private int _step = random.Next(StepsBetweenTurns);
    private int _nextShotTick;

    /// <summary>The commands in answer to a state, a few at most.</summary>
    public IEnumerable<ClientMessage> Decide(MatchState state)
    {
        var me = state.Fighters[match.You];
        if (me.Health == 0 || NearestEnemy(state, me) is not { } enemy)
        {
            yield break;
        }

        if (_step++ % StepsBetweenTurns == 0)
        {
            yield return Approach(me, state.Fighters[enemy]);
        }

        var weapon = Choose(Distance(me, state.Fighters[enemy]));
        if (weapon is { } chosen && state.Tick >= _nextShotTick)
        {
            _nextShotTick = state.Tick + random.Next(6, 14);
            yield return new Fire(enemy, chosen);
        }
    }

    private int? NearestEnemy(MatchState state, FighterState me)
    {
        int? nearest = null;
        var shortest = float.MaxValue;
        for (var i = 0; i < state.Fighters.Count; i++)
        {
            var isEnemy = match.Fighters[i].Team != match.Fighters[match.You].Team;
            var distance = Distance(me, state.Fighters[i]);
            if (isEnemy && state.Fighters[i].Health > 0 && distance < shortest)
            {
                (nearest, shortest) = (i, distance);
            }
        }

        return nearest;
    }

    // Roughly towards the enemy, with a swerve that makes it hard to hit.
    private Move Approach(FighterState me, FighterState enemy)
    {
        var direction = MathF.Atan2(enemy.Y - me.Y, enemy.X - me.X) + ((random.NextSingle() - 0.5f) * 2);
        var (y, x) = MathF.SinCos(direction);
        return new Move(x, y);
    }

    private static WeaponType? Choose(float distance) => distance switch
    {
        < 8 => WeaponType.Shotgun,
        < 15 => WeaponType.Pistol,
        < 45 => WeaponType.Rifle,
        < 85 => WeaponType.Sniper,
        _ => null,
    };

    private static float Distance(FighterState one, FighterState other) =>
        Vector2.Distance(new Vector2(one.X, one.Y), new Vector2(other.X, other.Y));
}
