using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

/// <summary>The second door: the generator implements the partial method and the user writes <c>…Core</c>.</summary>
public partial class SecondDoor<T>
{
    [MonitoredOperation]
    public partial T Echo(T value, ref int calls);

    private T EchoCore(T value, ref int calls)
    {
        calls++;
        return value;
    }

    [MonitoredOperation]
    public partial Task<T> Later(T value, bool fail);

    private async Task<T> LaterCore(T value, bool fail)
    {
        await Task.Yield();
        return fail ? throw new TimeoutException("later") : value;
    }

    [MonitoredOperation]
    public partial IEnumerable<T> Twice(T value);

    private IEnumerable<T> TwiceCore(T value)
    {
        yield return value;
        yield return value;
    }

    [MonitoredOperation]
    public static partial void Boom(string message);

    private static void BoomCore(string message) => throw new InvalidOperationException(message);

#if !MONITORED
    // Without lines, as the generated ones are left out when stacks are compared.
#line hidden
    public partial T Echo(T value, ref int calls) => EchoCore(value, ref calls);

    public partial Task<T> Later(T value, bool fail) => LaterCore(value, fail);

    public partial IEnumerable<T> Twice(T value) => TwiceCore(value);

    public static partial void Boom(string message) => BoomCore(message);
#line default
#endif
}

public static class SecondDoorScenarios
{
    [Scenario("partial method")]
    [Calls("SecondDoor.Echo", 1)]
    [Calls("SecondDoor.Later", 2, Failures = 1)]
    [Calls("SecondDoor.Twice", 1)]
    [Calls("SecondDoor.Boom", 1, Failures = 1)]
    public static async Task Implemented_by_the_generator(Observer see)
    {
        var service = new SecondDoor<string>();
        var calls = 0;
        see.That("echo", service.Echo("e", ref calls));
        see.That("calls", calls);
        see.That("later", await service.Later("l", fail: false));
        await see.ThrowsAsync("late failure", () => service.Later("l", fail: true));
        see.That("twice", service.Twice("t"));
        see.Throws("boom", () => SecondDoor<int>.Boom("bang"));
    }
}
