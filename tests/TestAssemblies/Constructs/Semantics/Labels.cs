using Constructs.Harness;
using Instrumentation;

namespace Constructs.Semantics;

public enum Terrain
{
    Grass,
    DeepWater,
}

public partial class Labels
{
    [MonitoredOperation]
    public string Move(
        [MetricLabel] Terrain terrain,
        [MetricLabel("mounted")] bool? riding,
        [MetricLabel(Values = ["eu", "us"])] string? region,
        [MetricLabel(Limit = 2)] string guild)
        => $"{terrain} {riding} {region} {guild}";

    [MonitoredOperation]
    public async Task<T> Cast<T>([MetricLabel] Terrain terrain, T spell)
    {
        await Task.Yield();
        return spell;
    }

    [MonitoredOperation]
    public IEnumerable<int> Walk([MetricLabel] in Terrain terrain) => [1];

    [MonitoredOperation]
    public IEnumerable<int> Steps([MetricLabel] Terrain terrain)
    {
        yield return (int)terrain;
    }
}

public static class LabelsScenarios
{
    [Scenario("attribute arguments of every kind")]
    [Calls("Labels.Move", 4)]
    [Calls("Labels.Cast", 1)]
    [Calls("Labels.Walk", 1)]
    [Calls("Labels.Steps", 1)]
    public static async Task Arguments_as_labels(Observer see)
    {
        var service = new Labels();
        see.That("move", service.Move(Terrain.Grass, true, "eu", "a"));
        see.That("none", service.Move(Terrain.DeepWater, null, null, null!));
        see.That("other", service.Move((Terrain)9, false, "asia", "b"));
        see.That("past the limit", service.Move(Terrain.Grass, false, "us", "c"));
        see.That("async", await service.Cast(Terrain.Grass, "fire"));
        see.That("in", service.Walk(Terrain.Grass));
        see.That("iterator", service.Steps(Terrain.DeepWater));
    }
}
