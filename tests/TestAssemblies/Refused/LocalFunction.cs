// INST002 local function
using Instrumentation;

namespace Refused;

public partial class LocalFunction
{
    public static int Run()
    {
        return Inner(2);

        [MonitoredOperation]
        static int Inner(int value) => value + 1;
    }
}
