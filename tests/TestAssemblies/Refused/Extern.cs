// INST002 extern
using System.Runtime.InteropServices;
using Instrumentation;

namespace Refused;

public static partial class Extern
{
    [DllImport("no-such-library")]
    [MonitoredOperation]
    private static extern int Native();

    public static int Run()
    {
        try
        {
            return Native();
        }
        catch (DllNotFoundException)
        {
            return 5;
        }
    }
}
