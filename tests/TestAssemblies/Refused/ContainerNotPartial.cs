// INST001 ContainerNotPartial
using Instrumentation;

namespace Refused;

public class ContainerNotPartial
{
    public static int Run() => Inner.Act();

    private static partial class Inner
    {
        [MonitoredOperation]
        public static int Act() => 9;
    }
}
