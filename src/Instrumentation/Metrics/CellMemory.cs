using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Instrumentation.Metrics;

/// <summary>
/// The memory that instruments count in. A cell is a 64-bit number of which every thread has its own copy; only that thread writes it,
/// with plain adds, and a reader sums over all threads.
/// </summary>
/// <remarks>
/// A cell is addressed by an integer. A thread holds its copies in pages that are made when it first touches them. When a thread has
/// ended, the next new thread takes over its pages and goes on counting in them: no count is lost, nothing is folded together, and
/// memory is bounded by the number of threads that live at once.
/// </remarks>
internal static class CellMemory
{
    private const int PageShift = 9;

    /// <summary>Cells in a page. A run of cells allocated together never straddles two pages unless it is longer than one.</summary>
    internal const int PageSize = 1 << PageShift;

    /// <summary>
    /// Unused cells at both ends of every page array. Neighbouring arrays may belong to other threads; without the gap their first and last
    /// cells would share a cache line, and the array's length, read at each access, would share one with cells being written.
    /// </summary>
    private const int Padding = 8;

    private static readonly Lock s_gate = new();
    private static readonly List<ThreadPages> s_threads = [];
    private static int s_nextCell;
    private static int s_sweepAt = 16;

    [ThreadStatic]
    private static long[]?[]? t_pages;

    /// <summary>The current thread's copy of a cell. Valid for as long as the caller stays on this thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref long Own(int cell)
    {
        var pages = t_pages;
        var index = cell >> PageShift;
        if (pages is not null && (uint)index < (uint)pages.Length && pages[index] is { } page)
        {
            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(page), Padding + (cell & (PageSize - 1)));
        }

        return ref OwnOnNewPage(cell);
    }

    /// <summary>Reserves adjacent cells, all zero, and returns the first. Runs of up to <see cref="PageSize"/> lie within one page.</summary>
    internal static int Allocate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        lock (s_gate)
        {
            var left = PageSize - (s_nextCell & (PageSize - 1));
            if (count > left)
            {
                s_nextCell += left;
            }

            var first = s_nextCell;
            s_nextCell = checked(s_nextCell + count);
            return first;
        }
    }

    /// <summary>The cell's value over all threads, living and ended, for cells that hold whole numbers.</summary>
    internal static long Sum(int cell)
    {
        lock (s_gate)
        {
            var sum = 0L;
            foreach (var thread in s_threads)
            {
                if (thread.Find(cell) is { } page)
                {
                    sum += Volatile.Read(ref page[Padding + (cell & (PageSize - 1))]);
                }
            }

            return sum;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref long OwnOnNewPage(int cell)
    {
        lock (s_gate)
        {
            var thread = s_threads.Find(static t => t.Owner == Thread.CurrentThread) ?? Adopt() ?? Register();
            t_pages = thread.MakePage(cell >> PageShift);
        }

        return ref Own(cell);
    }

    /// <summary>Takes over the pages of an ended thread. Looked for only when the list has doubled, so that a new thread costs O(1).</summary>
    private static ThreadPages? Adopt()
    {
        if (s_threads.Count < s_sweepAt)
        {
            return null;
        }

        var ended = s_threads.Find(static t => !t.Owner.IsAlive);
        if (ended is null)
        {
            s_sweepAt = s_threads.Count * 2;
            return null;
        }

        ended.Owner = Thread.CurrentThread;
        return ended;
    }

    private static ThreadPages Register()
    {
        var thread = new ThreadPages(Thread.CurrentThread);
        s_threads.Add(thread);
        return thread;
    }

    private sealed class ThreadPages(Thread owner)
    {
        private long[]?[] _pages = [];

        internal Thread Owner { get; set; } = owner;

        internal long[]? Find(int cell)
        {
            var index = cell >> PageShift;
            return (uint)index < (uint)_pages.Length ? _pages[index] : null;
        }

        internal long[]?[] MakePage(int index)
        {
            if (index >= _pages.Length)
            {
                Array.Resize(ref _pages, index + 1);
            }

            _pages[index] ??= new long[Padding + PageSize + Padding];
            return _pages;
        }
    }
}
