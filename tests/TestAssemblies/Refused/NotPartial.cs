// INST001 NotPartial
using Instrumentation;

namespace Refused;

public class NotPartial
{
    [MonitoredOperation]
    public static int Run() => 8;
}
