using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>The pages of all threads. Every member is called under the gate of <see cref="CellMemory"/>.</summary>
internal sealed class PageDirectory
{
    private const int FirstSweep = 16;

    private readonly Stack<ThreadPages> _orphans = [];
    private int _sweepAt = FirstSweep;

    /// <summary>The pages of all threads, living and ended.</summary>
    internal List<ThreadPages> Threads { get; } = [];

    /// <summary>Gives a thread its pages: those of one that has ended, or new ones.</summary>
    internal ThreadPages Enter(Thread thread)
    {
        if (_orphans.Count == 0 && Threads.Count >= _sweepAt)
        {
            Sweep();
        }

        if (_orphans.TryPop(out var adopted))
        {
            // What the ended thread wrote last must be seen before it is added to. It marked itself as ended after its last write, and that mark
            // was read in Sweep; the fence keeps the reads that follow from being satisfied earlier.
            Interlocked.MemoryBarrier();
            adopted.Owner = thread;
            LookupGuard.Reset(adopted);
            return adopted;
        }

        var made = new ThreadPages(thread);
        Threads.Add(made);
        return made;
    }

    internal long Sum(int cell)
    {
        var sum = 0L;
        foreach (var thread in Threads)
        {
            sum += thread.Read(cell);
        }

        return sum;
    }

    internal double SumReal(int cell)
    {
        var sum = 0.0;
        foreach (var thread in Threads)
        {
            sum += BitConverter.Int64BitsToDouble(thread.Read(cell));
        }

        return sum;
    }

    internal void SumPage(int page, Span<long> totals)
    {
        totals.Clear();
        foreach (var thread in Threads)
        {
            var cells = thread.Cells(page);
            if (!cells.IsEmpty)
            {
                AddTo(totals, cells);
            }
        }
    }

    private static void AddTo(Span<long> totals, Span<long> cells)
    {
        if (Unsafe.SizeOf<nint>() != sizeof(long))
        {
            for (var i = 0; i < cells.Length; i++)
            {
                totals[i] += Volatile.Read(ref cells[i]);
            }

            return;
        }

        // The owner may be writing. 64-bit hardware reads each aligned 64-bit element of a vector whole, so a cell is seen before or after an add.
        var sums = MemoryMarshal.Cast<long, Vector<long>>(totals);
        var addends = MemoryMarshal.Cast<long, Vector<long>>(cells);
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] += addends[i];
        }
    }

    /// <summary>
    /// Collects the pages of threads that have ended. Done only when the number of threads has doubled since the last time, so that a new
    /// thread costs O(1) on average.
    /// </summary>
    private void Sweep()
    {
        foreach (var thread in Threads)
        {
            if (thread.Owner is { IsAlive: false })
            {
                thread.Owner = null;
                _orphans.Push(thread);
            }
        }

        _sweepAt = Math.Max(FirstSweep, (Threads.Count - _orphans.Count) * 2);
    }
}
