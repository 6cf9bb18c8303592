// INST002 lambda
using Instrumentation;

namespace Refused;

public partial class Lambda
{
    public static int Run()
    {
        var inner = [MonitoredOperation] (int value) => value + 2;
        return inner(2);
    }
}
