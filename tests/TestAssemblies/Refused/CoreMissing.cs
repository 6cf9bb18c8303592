// INST011 CoreMissing
using Instrumentation;

namespace Refused;

public partial class CoreMissing
{
    [MonitoredOperation]
    public partial int Act(int value);

    public static int Run()
    {
        try
        {
            return new CoreMissing().Act(1);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return 15;
        }
    }
}
