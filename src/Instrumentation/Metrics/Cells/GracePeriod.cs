namespace Instrumentation.Metrics.Cells;

/// <summary>
/// The time until every thread that was inside a <see cref="LookupGuard"/> when it began has left. What was made unreachable before it began is used by nobody when it is
/// over.
/// </summary>
internal sealed class GracePeriod
{
    /// <summary>
    /// After so long a thread that looked a number up and never used it holds nothing up any more. That takes a caller who keeps numbers, or a thread that the system
    /// left standing for as long between two instructions.
    /// </summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    private readonly long _begin = TimeProvider.System.GetTimestamp();
    private readonly List<(ThreadPages Thread, long Mark)> _inside = [];

    internal GracePeriod()
    {
        // A thread's mark is a plain store, so it may not be visible yet. After this it is; and a thread that has not made its mark by now will not find what was removed.
        Interlocked.MemoryBarrierProcessWide();
        CellMemory.ForEachThread(thread =>
        {
            var mark = thread.Read(LookupGuard.Cell);
            if ((mark & 1) != 0)
            {
                _inside.Add((thread, mark));
            }
        });
    }

    /// <summary>Whether it is over. Once it is, it stays so. Called by one snapshot at a time.</summary>
    internal bool IsOver()
    {
        if (_inside.Count > 0)
        {
            if (TimeProvider.System.GetElapsedTime(_begin) > s_patience)
            {
                _inside.Clear();
            }
            else
            {
                _inside.RemoveAll(static inside => inside.Thread.Owner is not { IsAlive: true } || inside.Thread.Read(LookupGuard.Cell) != inside.Mark);
            }
        }

        return _inside.Count == 0;
    }
}
