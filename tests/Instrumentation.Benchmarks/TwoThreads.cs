namespace Instrumentation.Benchmarks;

/// <summary>Runs one action on two threads at the same time, so that a benchmark can show what contention costs.</summary>
/// <remarks>The threads live as long as the object: a benchmark measures the calls, not the start of threads.</remarks>
internal sealed class TwoThreads : IDisposable
{
    private readonly Barrier _start = new(3);
    private readonly Barrier _end = new(3);
    private readonly Action _work;
    private readonly Thread[] _threads;
    private volatile bool _stopped;

    internal TwoThreads(Action work)
    {
        _work = work;
        _threads = [new Thread(Loop) { IsBackground = true }, new Thread(Loop) { IsBackground = true }];
        Array.ForEach(_threads, static thread => thread.Start());
    }

    /// <summary>Returns when both threads have run the action once.</summary>
    internal void Run()
    {
        _start.SignalAndWait();
        _end.SignalAndWait();
    }

    public void Dispose()
    {
        _stopped = true;
        _start.SignalAndWait();
        Array.ForEach(_threads, static thread => thread.Join());
        _start.Dispose();
        _end.Dispose();
    }

    private void Loop()
    {
        while (true)
        {
            _start.SignalAndWait();
            if (_stopped)
            {
                return;
            }

            _work();
            _end.SignalAndWait();
        }
    }
}
