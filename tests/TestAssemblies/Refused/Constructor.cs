// CS0592 MonitoredOperation
using Instrumentation;

namespace Refused;

public partial class Constructor
{
    public int Value { get; private set; }

#if CONSTRUCTORS
    [MonitoredOperation]
#endif
    public Constructor() => Value = 1;

    public static int Run() => new Constructor().Value;
}
