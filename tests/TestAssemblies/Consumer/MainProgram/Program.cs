using Games;
using Instrumentation;

namespace MainProgram;

internal static partial class Program
{
    [MonitoredOperation]
    internal static async Task<int> Main(string[] args)
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Console.WriteLine(Report.Calls());
        Console.WriteLine(new Arena().Join("Ada", args.Length));
        await Task.Delay(1).ConfigureAwait(false);
        Console.WriteLine(await new Arena().LeaveAsync(5).ConfigureAwait(false));
        foreach (var round in Arena.Rounds(2))
        {
            Console.WriteLine(round);
        }

        return 3;
    }
}
