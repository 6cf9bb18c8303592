using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Semantics;

public partial class Attributed
{
    [Conditional("NEVER_DEFINED")]
    [MonitoredOperation]
    public void Never() => throw new InvalidOperationException("never");

    [Conditional("ALWAYS_DEFINED")]
    [MonitoredOperation]
    public void Always(List<string> log) => log.Add("always");

    [MethodImpl(MethodImplOptions.NoInlining)]
    [MonitoredOperation]
    public string NotInlined() => ExceptionText.UserFrames(new StackTrace(fNeedFileInfo: true)).First();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    [MonitoredOperation]
    public int Inlined(int value) => value + 1;

    [MethodImpl(MethodImplOptions.Synchronized)]
    [MonitoredOperation]
    public bool Alone() => Monitor.IsEntered(this);

    [MethodImpl(MethodImplOptions.NoOptimization)]
    [MonitoredOperation]
    public static string CurrentMethod(int value) => MethodBase.GetCurrentMethod()!.ToString()!;

    [MonitoredOperation]
    public string? CurrentGeneric<T>(T value) => MethodBase.GetCurrentMethod()!.Name;

    [MonitoredOperation]
    public string Member() => Name();

    [MonitoredOperation]
    public string NameOf(int parameter) => nameof(NameOf) + nameof(parameter);

    [SkipLocalsInit]
    [MonitoredOperation]
    public unsafe int Locals(int size)
    {
        var bytes = stackalloc byte[size];
        bytes[0] = 3;
        return bytes[0];
    }

    [Obsolete("old")]
    [MonitoredOperation]
    public int Old() => 1;

    [DebuggerStepThrough]
    [StackTraceHidden]
    [MonitoredOperation]
    public int Hidden() => throw new InvalidOperationException("hidden");

    private static string Name([CallerMemberName] string name = "") => name;
}

public static class AttributedScenarios
{
    private static readonly Attributed s_service = new();

    [Scenario("[Conditional]")]
    [Calls("Attributed.Always", 1)]
    public static void Conditional(Observer see)
    {
        var log = new List<string>();
        s_service.Never();
        s_service.Always(log);
        see.That("log", log);
    }

    [Scenario("NoInlining, AggressiveInlining, Synchronized")]
    [Calls("Attributed.NotInlined", 1)]
    [Calls("Attributed.Inlined", 1)]
    [Calls("Attributed.Locals", 1)]
    public static void Inlining(Observer see)
    {
        see.That("frame of its own", s_service.NotInlined());
        see.That("inlined", s_service.Inlined(1));
        see.That("locals", s_service.Locals(16));
        see.That("not inlined", Has(nameof(s_service.NotInlined), MethodImplAttributes.NoInlining));
        see.That("aggressively inlined", Has(nameof(s_service.Inlined), MethodImplAttributes.AggressiveInlining));
        see.That("synchronized", Has(nameof(s_service.Alone), MethodImplAttributes.Synchronized));
        see.That("not optimised", Has(nameof(Attributed.CurrentMethod), MethodImplAttributes.NoOptimization));
    }

    [Scenario("NoInlining, AggressiveInlining, Synchronized")]
    [Calls("Attributed.Alone", 3)]
    public static async Task Synchronized(Observer see)
    {
        see.That("lock held inside", s_service.Alone());
        see.That("lock held after", Monitor.IsEntered(s_service));
        Task<bool> other;
        lock (s_service)
        {
            other = Task.Factory.StartNew(s_service.Alone, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            see.That("entered again by its owner", s_service.Alone());
        }

        see.That("entered by another after that", await other);
    }

    [Scenario("MethodBase.GetCurrentMethod", "CallerMemberName")]
    [Calls("Attributed.CurrentMethod", 1)]
    [Calls("Attributed.CurrentGeneric", 1)]
    [Calls("Attributed.Member", 1)]
    [Calls("Attributed.NameOf", 1)]
    public static void Names(Observer see)
    {
        see.That("current method", Attributed.CurrentMethod(1));
        see.That("current generic method", s_service.CurrentGeneric("x"));
        see.That("caller member name", s_service.Member());
        see.That("nameof", s_service.NameOf(1));
    }

    [Scenario("attribute arguments of every kind", "stack traces keep file and line")]
    [Calls("Attributed.Old", 1)]
    [Calls("Attributed.Hidden", 1, Failures = 1)]
    public static void Other_attributes(Observer see)
    {
#pragma warning disable CS0618 // That it is obsolete is the point.
        see.That("obsolete", s_service.Old());
#pragma warning restore CS0618
        see.Throws("hidden", () => s_service.Hidden());
    }

    /// <summary>Flags go where the body goes, which is the method's twin when it is monitored.</summary>
    private static bool Has(string method, MethodImplAttributes flag) => typeof(Attributed)
        .GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
        .Any(m => m.Name.Split("__")[0] == method && m.MethodImplementationFlags.HasFlag(flag));
}
