using GameServer.Combat;
using GameServer.Matchmaking;
using Instrumentation;
using Instrumentation.Games.Combat;
using Microsoft.Extensions.Options;

namespace GameServer.Matches;

public sealed partial class MatchSimulation(
    ICombatService combat,
    IMovementService movement,
    IMatchBroadcaster broadcaster,
    IMatchEventFeed feed,
    TimeProvider time,
    Random random,
    IOptions<MatchOptions> options) : IMatchSimulation
{
    private readonly MatchOptions _options = options.Value;

    // A tick has a budget of 50 ms, and usually takes a thousandth of it: a histogram of its own spans both.
    [MonitoredOperation(
        Metric = "match_tick_seconds",
        Help = "Time to play one tick of a match.",
        Buckets = [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1],
        Trace = false)]
    [AlertRule("SlowTicks", "p99 > 40ms over 1m", For = "30s", Severity = AlertSeverity.Error,
        Summary = "Matches run slow",
        Description = "One tick in a hundred takes longer than {{ $value | humanizeDuration }}, of the 50 ms that it has.")]
    public void Advance(Match match)
    {
        match.Tick++;

        while (match.TryTakeCommand(out var command))
        {
            Obey(match, command);
        }

        foreach (var fighter in match.Fighters)
        {
            if (fighter.IsAlive)
            {
                movement.Advance(fighter, _options.TickLength);
            }
            else if (match.Tick >= fighter.RespawnTick)
            {
                fighter.Health = Fighter.FullHealth;
                fighter.Position = Arena.RandomSpot(random);
            }
        }

        match.Ending = EndingOf(match);
        if (match.Tick % _options.SnapshotEvery == 0)
        {
            broadcaster.SendState(match);
        }
    }

    private void Obey(Match match, MatchCommand command)
    {
        var fighter = match.Fighters[command.Fighter];
        switch (command)
        {
            case MoveCommand move:
                fighter.Heading = move.Heading;
                break;

            case FireCommand fire when CanFire(match, fighter, match.Fighters[fire.Target]):
                Fire(match, fighter, match.Fighters[fire.Target], fire);
                break;

            case LeaveCommand:
                fighter.HasLeft = true;
                fighter.Health = 0;
                fighter.RespawnTick = int.MaxValue;
                break;
        }
    }

    // The client is a few ticks behind: shots at somebody who died meanwhile are ordinary, and no error.
    private static bool CanFire(Match match, Fighter shooter, Fighter target) =>
        shooter.IsAlive && target.IsAlive && match.AreEnemies(shooter, target) && match.Tick >= shooter.NextShotTick;

    private void Fire(Match match, Fighter shooter, Fighter target, FireCommand command)
    {
        var weapon = command.Weapon;
        shooter.NextShotTick = match.Tick + _options.TicksIn(Weapon.Of(weapon).Cooldown);
        var shot = combat.Fire(shooter, target, weapon);
        Measure(match, shooter, weapon, shot, time.GetElapsedTime(command.At));
        if (shot.Killed)
        {
            shooter.Kills++;
            target.Deaths++;
            target.RespawnTick = match.Tick + _options.TicksIn(TimeSpan.FromSeconds(_options.RespawnSeconds));
            broadcaster.SendKill(match, shooter, target, weapon);
            feed.Publish(new FighterKilled(match.Id, match.Mode, shooter.Name, target.Name, weapon));
        }
    }

    private static void Measure(Match match, Fighter shooter, WeaponType weapon, ShotResult shot, TimeSpan responseTime)
    {
        var (region, label) = (match.Region.ToLabel(), weapon.ToLabel());
        CombatMetrics.Shot(label, region);
        if (shot.Hit)
        {
            CombatMetrics.Hit(label, region);
            CombatMetrics.Damage(weapon.ToDamageLabel(), label, shot.Damage);
        }

        if (shot.Killed)
        {
            CombatMetrics.Kill(label, region);
        }

        if (shooter.Weapon is { } former && former != weapon)
        {
            CombatMetrics.WeaponSwitch(former.ToLabel(), label, responseTime);
        }

        shooter.Weapon = weapon;
        var action = shot switch { { Killed: true } => "kill", { Hit: true } => "hit", _ => "miss" };
        new CombatEvent { PlayerId = shooter.Name, EventType = action, Region = region, ResponseTime = responseTime }.Record();
    }

    private MatchEnding? EndingOf(Match match)
    {
        if (match.BestScore >= match.ScoreLimit)
        {
            return MatchEnding.ScoreLimit;
        }

        if (match.Fighters.Count(fighter => !fighter.HasLeft) < 2)
        {
            return MatchEnding.Deserted;
        }

        return match.Tick >= _options.TimeLimitSeconds * _options.TickRate ? MatchEnding.TimeLimit : null;
    }
}
