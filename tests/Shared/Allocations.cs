namespace Instrumentation.Tests.Shared;

/// <summary>Counts the bytes that code allocates on the thread that runs it.</summary>
internal static class Allocations
{
    private const int Times = 20;

    /// <summary>
    /// The fewest bytes of several runs after a first one. What every run allocates is in it. What the runtime allocates once in a while on behalf of whoever happens to
    /// run is not: a table of its own that grows, say, or a method that is compiled again.
    /// </summary>
    /// <param name="action">What is measured.</param>
    /// <param name="beforeEach">What comes before each run and is not measured.</param>
    internal static long Least(Action action, Action? beforeEach = null)
    {
        beforeEach?.Invoke();
        action();
        var least = long.MaxValue;
        for (var i = 0; i < Times && least > 0; i++)
        {
            beforeEach?.Invoke();
            var before = GC.GetAllocatedBytesForCurrentThread();
            action();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    /// <summary>The bytes of one call, as the mean of a thousand.</summary>
    internal static double LeastPerCall(Action action)
    {
        const int Calls = 1000;
        return Least(() =>
        {
            for (var i = 0; i < Calls; i++)
            {
                action();
            }
        }) / (double)Calls;
    }
}
