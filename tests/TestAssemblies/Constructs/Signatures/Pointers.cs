using Constructs.Harness;
using Instrumentation;

namespace Constructs.Signatures;

public unsafe partial class Pointers
{
    [MonitoredOperation]
    public static int Sum(int* items, int count)
    {
        var sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += items[i];
        }

        return sum;
    }

    [MonitoredOperation]
    public static T* Next<T>(T* item)
        where T : unmanaged => item + 1;

    [MonitoredOperation]
    public static int Apply(delegate*<int, int, int> function, int left, int right) => function(left, right);

    [MonitoredOperation]
    public static delegate* managed<int, int, int> Adder() => &Add;

    [MonitoredOperation]
    public static void* Whole(void** place, ref readonly nint offset) => (byte*)*place + offset;

    private static int Add(int left, int right) => left + right;
}

public static unsafe class PointersScenarios
{
    [Scenario("pointers, function pointers")]
    [Calls("Pointers.Sum", 1)]
    [Calls("Pointers.Next", 1)]
    [Calls("Pointers.Apply", 1)]
    [Calls("Pointers.Adder", 1)]
    [Calls("Pointers.Whole", 1)]
    public static void All(Observer see)
    {
        var items = stackalloc int[] { 1, 2, 3 };
        see.That("sum", Pointers.Sum(items, 3));
        see.That("next", *Pointers.Next(items));
        see.That("applied", Pointers.Apply(Pointers.Adder(), 4, 5));
        void* place = items;
        nint offset = 8;
        see.That("offset", *(int*)Pointers.Whole(&place, in offset));
    }
}
