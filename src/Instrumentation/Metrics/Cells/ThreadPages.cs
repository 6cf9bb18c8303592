namespace Instrumentation.Metrics.Cells;

/// <summary>One thread's copies of the cells. Its arrays are replaced under the gate of <see cref="CellMemory"/>; its cells are written by the owner alone.</summary>
internal sealed class ThreadPages(Thread? owner)
{
    internal const int Shift = 9;

    /// <summary>
    /// Unused cells at both ends of every page array. Neighbouring arrays may belong to other threads; without the gap their first and last
    /// cells would share a cache line, and the array's length, read at each access, would share one with cells being written.
    /// </summary>
    internal const int Padding = 8;

    private const int Size = 1 << Shift;

    private long[]?[] _pages = [];

    /// <summary>The thread that writes here; null when none does.</summary>
    internal Thread? Owner { get; set; } = owner;

    internal long Read(int cell) =>
        FindPage(cell >> Shift) is { } page ? Volatile.Read(ref page[Padding + (cell & (Size - 1))]) : 0;

    /// <summary>The cells of a page, padding left off; empty when this thread never touched it.</summary>
    internal Span<long> Cells(int page) => FindPage(page) is { } cells ? cells.AsSpan(Padding, Size) : [];

    internal long[]?[] MakePage(int index)
    {
        if (index >= _pages.Length)
        {
            // By half as much again: with one page at a time, touching n pages would copy n² / 2 references.
            Array.Resize(ref _pages, Math.Max(index + 1, _pages.Length + (_pages.Length / 2)));
        }

        _pages[index] ??= new long[Padding + Size + Padding];
        return _pages;
    }

    private long[]? FindPage(int index) => (uint)index < (uint)_pages.Length ? _pages[index] : null;
}
