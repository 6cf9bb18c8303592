// CS0592 MonitoredOperation
using Instrumentation;

namespace Refused;

public static partial class StaticConstructor
{
    private static readonly int s_value;

#if CONSTRUCTORS
    [MonitoredOperation]
#endif
    static StaticConstructor() => s_value = 14;

    public static int Run() => s_value;
}
