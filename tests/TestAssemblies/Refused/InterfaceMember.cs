// INST002 abstract
using Instrumentation;

namespace Refused;

public partial interface IMember
{
    [MonitoredOperation]
    int Act();
}

public sealed class InterfaceMember : IMember
{
    public int Act() => 11;

    public static int Run() => ((IMember)new InterfaceMember()).Act();
}
