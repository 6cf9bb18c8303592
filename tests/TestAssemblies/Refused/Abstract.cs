// INST002 abstract
using Instrumentation;

namespace Refused;

public abstract partial class Abstract
{
    [MonitoredOperation]
    protected abstract int Act();

    public static int Run() => new Concrete().Act();

    private sealed class Concrete : Abstract
    {
        protected override int Act() => 10;
    }
}
