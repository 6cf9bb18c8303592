namespace Instrumentation.Games.Derived;

/// <summary>
/// By how much two running totals have risen over the last stretch of time. It only knows the totals that it is shown, at each scrape; the rise is counted from the
/// latest reading that is at least as old as the window is long, or from the first one while there is none so old.
/// </summary>
/// <remarks>
/// So a window is exact to a thirtieth of its length when it is read often enough, and longer than it says when it is read more rarely than its length. Not
/// safe for several threads at once. Allocates nothing once made.
/// </remarks>
internal sealed class SlidingWindow
{
    private const int Steps = 30;

    private readonly TimeSpan _length;
    private readonly Reading[] _readings = new Reading[Steps + 3];
    private int _count = 1;

    internal SlidingWindow(TimeSpan length, TimeSpan now, double part = 0, double whole = 0)
    {
        _length = length;
        _readings[0] = new Reading(now, part, whole);
    }

    internal Rise Advance(TimeSpan now, double part, double whole)
    {
        Forget(now);
        if (now - _readings[_count - 1].At >= _length / Steps)
        {
            _readings[_count++] = new Reading(now, part, whole);
        }

        var before = _readings[0];
        return new Rise(part - before.Part, whole - before.Whole, now - before.At);
    }

    // Keeps one reading that is as old as the window, to count from, and those that will be it in turn.
    private void Forget(TimeSpan now)
    {
        var stale = 0;
        while (stale + 1 < _count && now - _readings[stale + 1].At >= _length)
        {
            stale++;
        }

        _count -= stale;
        Array.Copy(_readings, stale, _readings, 0, _count);
    }

    private readonly record struct Reading(TimeSpan At, double Part, double Whole);
}
