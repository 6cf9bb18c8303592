// INST002 file-local
using Instrumentation;

namespace Refused;

file partial class Local
{
    [MonitoredOperation]
    public static int Act() => 7;
}

public static class FileLocalType
{
    public static int Run() => Local.Act();
}
