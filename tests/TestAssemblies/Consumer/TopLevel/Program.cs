using Games;
using Instrumentation;

var captured = args.Length + 1;
Console.WriteLine(Twice(captured));
Console.WriteLine(await Local());
Console.WriteLine(Report.Calls());
return 4;

async Task<int> Local() => await TwiceLater(captured).ConfigureAwait(false);

internal partial class Program
{
    [MonitoredOperation]
    private static int Twice(int value) => value * 2;

    [MonitoredOperation]
    private static async Task<int> TwiceLater(int value)
    {
        await Task.Yield();
        return Twice(value) + 1;
    }
}
