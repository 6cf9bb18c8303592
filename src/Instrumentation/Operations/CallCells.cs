namespace Instrumentation.Operations;

/// <summary>
/// Where things are in the run of cells of one series. A thread that is in a call holds a reference to the first, so the others must be
/// in the same page.
/// </summary>
internal static class CallCells
{
    /// <summary>Calls begun. Those in flight are these less those that ended, so that a call costs one plain add more and no subtraction.</summary>
    internal const int Started = 0;

    /// <summary>The durations of the timed calls, added up in clock ticks: whole numbers, so that sums over threads are exact.</summary>
    internal const int Ticks = 1;

    /// <summary>Calls that ended and were not timed, because of sampling.</summary>
    internal const int Untimed = 2;

    /// <summary>How many calls the thread will have begun when it times one again. Not a count; of no meaning when summed.</summary>
    internal const int NextTimed = 3;

    /// <summary>Calls that ended in cancellation.</summary>
    internal const int Cancelled = 4;

    /// <summary>The first bucket. Buckets are not cumulative here.</summary>
    internal const int Buckets = 5;
}
