using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics;

/// <summary>
/// The memory that instruments count in. A cell is a 64-bit number of which every thread has its own copy; only that thread writes it,
/// with plain adds, and a reader sums over all threads.
/// </summary>
/// <remarks>
/// <para>
/// A cell is addressed by an integer. A thread holds its copies in pages that are made when it first touches them. When a thread has
/// ended, a later thread takes over its pages and goes on counting in them: no count is lost, nothing is folded together, and memory is
/// bounded by about twice the number of threads that live at once.
/// </para>
/// <para>
/// A cell holds a whole number unless it was allocated to hold the bits of a <see cref="double"/>. On a 64-bit runtime a plain add to a
/// cell can be read at any time, untorn; on a 32-bit one it must go through <see cref="Add(ref long, long)"/>.
/// </para>
/// </remarks>
internal static unsafe class CellMemory
{
    /// <summary>Cells in a page. A run of cells allocated together never straddles two pages unless it is longer than one.</summary>
    internal const int PageSize = 1 << ThreadPages.Shift;

    private static readonly Lock s_gate = new();
    private static readonly PageDirectory s_directory = new();
    private static readonly List<int> s_realCells = [];
    private static int s_nextCell = LookupGuard.Cells;

    /// <summary>
    /// The first cell of each of the thread's pages; null where there is none yet. An address and not an array: what the collector need not
    /// know of lies in the thread's own memory, three loads nearer than a reference. The pages are pinned, and the directory never lets go of them.
    /// </summary>
    [ThreadStatic]
    private static long** t_pages;

    [ThreadStatic]
    private static int t_pageCount;

    [ThreadStatic]
    private static ThreadPages? t_thread;

    /// <summary>How many threads' worth of pages there are.</summary>
    internal static int ThreadCount
    {
        get
        {
            lock (s_gate)
            {
                return s_directory.Threads.Count;
            }
        }
    }

    /// <summary>Visits the pages of all threads, living and ended, while none can come or go.</summary>
    internal static void ForEachThread(Action<ThreadPages> visit)
    {
        lock (s_gate)
        {
            s_directory.Threads.ForEach(visit);
        }
    }

    /// <summary>The current thread's copy of a cell. Valid for as long as the caller stays on this thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ref long Own(int cell)
    {
        var pages = t_pages;
        var count = (uint)t_pageCount;
        var index = (uint)cell >> ThreadPages.Shift;
        if (index < count && pages[index] is var page && page != null)
        {
            return ref page[(uint)cell & (PageSize - 1)];
        }

        return ref OwnOnNewPage(cell);
    }

    /// <summary>Adds to the current thread's copy of a cell so that a reader on another thread never sees half of the result.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(ref long own, long amount)
    {
        if (Unsafe.SizeOf<nint>() == sizeof(long))
        {
            own += amount;
        }
        else
        {
            Volatile.Write(ref own, own + amount);
        }
    }

    /// <inheritdoc cref="Add(ref long, long)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Add(ref long own, double amount)
    {
        if (Unsafe.SizeOf<nint>() == sizeof(long))
        {
            Unsafe.As<long, double>(ref own) += amount;
        }
        else
        {
            Volatile.Write(ref own, BitConverter.DoubleToInt64Bits(BitConverter.Int64BitsToDouble(own) + amount));
        }
    }

    /// <summary>Reserves adjacent cells, all zero, and returns the first. Runs of up to <see cref="PageSize"/> lie within one page.</summary>
    /// <param name="count">How many cells, at least 1.</param>
    /// <param name="reals">How many of them, from the first on, hold a double.</param>
    internal static int Allocate(int count, int reals = 0)
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
            for (var cell = first; cell < first + reals; cell++)
            {
                s_realCells.Add(cell);
            }

            return first;
        }
    }

    /// <summary>The cell's value over all threads, living and ended, for cells that hold whole numbers.</summary>
    internal static long Sum(int cell)
    {
        lock (s_gate)
        {
            return s_directory.Sum(cell);
        }
    }

    /// <summary>The cell's value over all threads, living and ended, for cells that hold a <see cref="double"/>.</summary>
    internal static double SumReal(int cell)
    {
        lock (s_gate)
        {
            return s_directory.SumReal(cell);
        }
    }

    /// <summary>
    /// The values of all cells at once, indexed by cell; a real cell's as bits. Adds made while this runs may or may not be in, each wholly.
    /// </summary>
    /// <param name="totals">A buffer from an earlier call, or an empty one; replaced when it is too small.</param>
    internal static void SumAll(ref long[] totals)
    {
        int pages;
        lock (s_gate)
        {
            pages = (s_nextCell + PageSize - 1) >> ThreadPages.Shift;
        }

        if (totals.Length < pages * PageSize)
        {
            totals = new long[Math.Max(pages, totals.Length / PageSize * 2) * PageSize];
        }

        for (var page = 0; page < pages; page++)
        {
            // Page by page, so that a thread that needs a new page meanwhile waits a microsecond and not for the whole.
            lock (s_gate)
            {
                s_directory.SumPage(page, totals.AsSpan(page * PageSize, PageSize));
            }
        }

        lock (s_gate)
        {
            foreach (var cell in s_realCells)
            {
                if (cell < pages * PageSize)
                {
                    totals[cell] = BitConverter.DoubleToInt64Bits(s_directory.SumReal(cell));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref long OwnOnNewPage(int cell)
    {
        lock (s_gate)
        {
            var thread = t_thread ??= s_directory.Enter(Thread.CurrentThread);
            thread.MakePage(cell >> ThreadPages.Shift);
            t_pages = thread.Addresses;
            t_pageCount = thread.PageCount;
        }

        return ref Own(cell);
    }
}
