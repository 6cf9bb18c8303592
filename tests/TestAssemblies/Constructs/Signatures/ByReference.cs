using Constructs.Harness;
using Instrumentation;

namespace Constructs.Signatures;

public partial class ByReference
{
    private readonly long[] _cells = new long[4];

    [MonitoredOperation]
    public ref long Cell(int index) => ref _cells[index];

    [MonitoredOperation]
    public ref readonly long Peek(int index) => ref _cells[index];

    [MonitoredOperation]
    public static ref T Pick<T>(bool first, ref T left, ref T right) => ref first ? ref left : ref right;

    [MonitoredOperation]
    public bool TryParse(string text, out int value, ref int attempts)
    {
        attempts++;
        return int.TryParse(text, out value);
    }

    [MonitoredOperation]
    public virtual decimal Add(in decimal left, ref readonly decimal right) => left + right;

    [MonitoredOperation]
    public void Assigns(out int before, bool fail)
    {
        before = 42;
        if (fail)
        {
            throw new InvalidOperationException("after the assignment");
        }
    }

    [MonitoredOperation]
    public static bool Same(in Guid left, ref readonly Guid right) =>
        System.Runtime.CompilerServices.Unsafe.AreSame(in left, in right);
}

public static class ByReferenceScenarios
{
    private delegate void Assign(out int before, bool fail);

    [Scenario("ref return, ref readonly return")]
    [Calls("ByReference.Cell", 2)]
    [Calls("ByReference.Peek", 1)]
    [Calls("ByReference.Pick", 1)]
    public static void Ref_returns(Observer see)
    {
        var service = new ByReference();
        service.Cell(2) = 5;
        ref var cell = ref service.Cell(2);
        cell++;
        ref readonly var peek = ref service.Peek(2);
        cell++;
        see.That("peek", peek);
        string left = "l", right = "r";
        ByReference.Pick(first: false, ref left, ref right) = "picked";
        see.That("picked", left + right);
    }

    [Scenario("out, in (modreq), ref readonly")]
    [Calls("ByReference.TryParse", 2)]
    [Calls("ByReference.Add", 1)]
    [Calls("ByReference.Assigns", 2, Failures = 1)]
    [Calls("ByReference.Same", 1)]
    public static void Parameters(Observer see)
    {
        var service = new ByReference();
        var attempts = 0;
        see.That("parsed", service.TryParse("12", out var value, ref attempts));
        see.That("value", value);
        see.That("not parsed", service.TryParse("x", out value, ref attempts));
        see.That("attempts", attempts);
        var right = 2.5m;
        see.That("sum", service.Add(1.5m, in right));
        Assign assign = service.Assigns;
        assign(out var assigned, fail: false);
        see.That("assigned", assigned);
        var kept = 0;
        see.Throws("throws after the assignment", () => assign(out kept, fail: true));
        see.That("kept", kept);
        var id = Guid.Empty;
        see.That("no copy", ByReference.Same(in id, in id));
    }
}
