using Instrumentation;

namespace Constructs.Harness;

/// <summary>Ways to end a process from inside monitored methods. Each is compared with the same program unmonitored: exit code and output.</summary>
public static partial class Exits
{
    public static int By(string how)
    {
        switch (how)
        {
            case "unhandled":
                Unhandled(3);
                break;
            case "unhandled-async":
                UnhandledAsync().GetAwaiter().GetResult();
                break;
            case "leave":
                Leave();
                break;
            case "environment":
                Quit(7);
                break;
        }

        Console.WriteLine("at the end");
        return 5;
    }

    [MonitoredOperation]
    private static void Unhandled(int depth)
    {
        try
        {
            if (depth == 0)
            {
                throw new InvalidOperationException("nobody catches this");
            }

            Unhandled(depth - 1);
        }
        finally
        {
            // An unhandled exception ends the process in the first pass: finally blocks do not run.
            Console.WriteLine($"finally {depth}");
        }
    }

    [MonitoredOperation]
    private static async Task UnhandledAsync()
    {
        await Task.Yield();
        throw new InvalidOperationException("nobody awaits this well");
    }

    private static void Leave()
    {
        using var inside = new ManualResetEventSlim();
        new Thread(() => Stay(inside)) { IsBackground = true }.Start();
        inside.Wait();
    }

    [MonitoredOperation]
    private static void Stay(ManualResetEventSlim inside)
    {
        try
        {
            inside.Set();
            new ManualResetEventSlim().Wait();
        }
        finally
        {
            // A background thread is not unwound when the process ends.
            Console.WriteLine("unwound");
        }
    }

    [MonitoredOperation]
    private static void Quit(int code)
    {
        try
        {
            Environment.Exit(code);
        }
        finally
        {
            Console.WriteLine("not reached");
        }
    }
}
