using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests;

public sealed class TypeFileTests
{
    [Fact]
    public void Method_with_labels()
    {
        var run = GeneratorRun.Clean("""
            namespace Game;

            public enum WeaponType { Rifle, ShotGun, [LabelValue("blade")] Knife }

            public partial class CombatService
            {
                [MonitoredOperation]
                public int Act(int target, [MetricLabel] WeaponType weapon, [MetricLabel("crit")] bool critical, [MetricLabel(Limit = 50)] string map) => target;
            }
            """);
        Snapshot.Verify(run.File("Game.CombatService.g.cs"));
        Snapshot.Verify(run.Registration(), "Registration");
    }
}
