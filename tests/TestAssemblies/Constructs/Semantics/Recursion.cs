using System.Diagnostics;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Semantics;

public partial class Recursion
{
    [MonitoredOperation]
    public int Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);

    [MonitoredOperation]
    public int Frames(int depth) => depth == 0 ? new StackTrace(fNeedFileInfo: false).FrameCount : Frames(depth - 1) + Zero(depth);

    [MonitoredOperation]
    public bool Even(int n) => n == 0 || Odd(n - 1);

    [MonitoredOperation]
    public bool Odd(int n) => n != 0 && Even(n - 1);

    // Keeps the recursive call from becoming a tail call, which would hide its frame.
    private static int Zero(int depth) => depth - depth;
}

public static class RecursionScenarios
{
    [Scenario("recursion (each call counts)")]
    [Calls("Recursion.Factorial", 6)]
    [Calls("Recursion.Even", 3)]
    [Calls("Recursion.Odd", 2)]
    public static void Each_call_counts(Observer see)
    {
        var service = new Recursion();
        see.That("factorial", service.Factorial(6));
        see.That("even", service.Even(4));
    }

    [Scenario("stack depth of deep recursion not more than one extra frame a call")]
    [Calls("Recursion.Frames", 12 + 112)]
    public static void One_extra_frame_a_call(Observer see)
    {
        var service = new Recursion();
        var perCall = (service.Frames(111) - service.Frames(11)) / 100.0;
        see.Holds("a call takes at most its own frame and one more", perCall is >= 1 and <= 2);
    }

    [Scenario("stack depth of deep recursion not more than one extra frame a call")]
    [Calls("Recursion.Factorial", 5000)]
    public static void Deep_recursion_fits_the_stack(Observer see) => see.That("factorial", new Recursion().Factorial(5000));
}
