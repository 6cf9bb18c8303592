// INST002 finalizer
using Instrumentation;

namespace Refused;

public partial class Finalizer
{
    private static int s_ran;

    [MonitoredOperation]
    ~Finalizer() => s_ran++;

    public static int Run()
    {
        new Finalizer().Collect();
        return s_ran + 2;
    }

    private void Collect() => GC.SuppressFinalize(this);
}
