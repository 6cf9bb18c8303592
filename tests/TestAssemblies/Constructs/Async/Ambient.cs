using System.Diagnostics;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public partial class Ambient
{
    private static readonly AsyncLocal<string?> s_local = new();

    public static string? Local
    {
        get => s_local.Value;
        set => s_local.Value = value;
    }

    [MonitoredOperation]
    public async Task<string?> SetsAndSuspends(string value)
    {
        var before = Local;
        Local = value;
        await Task.Yield();
        return $"{before} {Local} {Activity.Current?.OperationName}";
    }

    [MonitoredOperation]
    public async Task SetsAndEndsAtOnce(string value)
    {
        Local = value;
        Activity.Current = null;
        await Task.CompletedTask;
    }

    [MonitoredOperation]
    public Task SetsWithoutAsync(string value)
    {
        // Not async: what it sets stays set for its caller, monitored or not.
        Local = value;
        return Task.CompletedTask;
    }

    [MonitoredOperation]
    public void SetsInSync(string value) => Local = value;

    [MonitoredOperation]
    public async Task<Activity?> LeavesAnActivityOpen()
    {
        var activity = new Activity("inner").Start();
        await Task.Yield();
        return activity;
    }
}

public static class AmbientScenarios
{
    [Scenario("Activity.Current and AsyncLocal restored for the caller")]
    [Calls("Ambient.SetsAndSuspends", 1)]
    [Calls("Ambient.SetsAndEndsAtOnce", 1)]
    [Calls("Ambient.SetsWithoutAsync", 1)]
    [Calls("Ambient.SetsInSync", 1)]
    public static async Task Async_locals(Observer see)
    {
        var service = new Ambient();
        Ambient.Local = "mine";
        using var outer = new Activity("outer").Start();
        see.That("flows in", await service.SetsAndSuspends("inner"));
        see.That("after suspension", Ambient.Local);
        await service.SetsAndEndsAtOnce("inner");
        see.That("after ending at once", Ambient.Local);
        see.That("activity", ReferenceEquals(Activity.Current, outer));
        await service.SetsWithoutAsync("left");
        see.That("set without async", Ambient.Local);
        service.SetsInSync("sync");
        see.That("set in sync", Ambient.Local);
    }

    [Scenario("Activity.Current and AsyncLocal restored for the caller")]
    [Calls("Ambient.LeavesAnActivityOpen", 1)]
    public static async Task Activity_opened_inside_stays_inside(Observer see)
    {
        using var outer = new Activity("outer").Start();
        var task = new Ambient().LeavesAnActivityOpen();
        see.That("at the caller while it runs", ReferenceEquals(Activity.Current, outer));
        var inner = await task;
        see.That("at the caller after", ReferenceEquals(Activity.Current, outer));
        see.That("parent", ReferenceEquals(inner!.Parent, outer));
        inner.Stop();
    }
}
