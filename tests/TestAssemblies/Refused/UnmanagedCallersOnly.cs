// INST002 UnmanagedCallersOnly
using System.Runtime.InteropServices;
using Instrumentation;

namespace Refused;

public static unsafe partial class UnmanagedCallersOnly
{
    [UnmanagedCallersOnly]
    [MonitoredOperation]
    private static int Called(int value) => value * 2;

    public static int Run()
    {
        delegate* unmanaged<int, int> pointer = &Called;
        return pointer(3);
    }
}
