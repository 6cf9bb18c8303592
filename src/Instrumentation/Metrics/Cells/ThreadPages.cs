using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>
/// One thread's copies of the cells. Its arrays are replaced under the gate of <see cref="CellMemory"/>, and only by the owner, who keeps
/// an address into one of them; its cells are written by the owner alone.
/// </summary>
internal sealed class ThreadPages(Thread owner)
{
    internal const int Shift = 9;

    /// <summary>
    /// Unused cells at both ends of every page array. Neighbouring arrays may belong to other threads; without the gap their first and last
    /// cells would share a cache line, and the array's length, read at each access, would share one with cells being written.
    /// </summary>
    internal const int Padding = 8;

    private const int Size = 1 << Shift;

    private long[]?[] _pages = [];

    /// <summary>Where the pages' cells begin, for the owner; 0 where there is no page. Pinned, as the pages are.</summary>
    private nint[] _addresses = [];

    /// <summary>The thread that writes here; null from when it has ended until another takes over.</summary>
    internal Thread? Owner { get; set; } = owner;

    /// <summary>The first cell of each page; null where there is none. Valid until <see cref="MakePage"/>.</summary>
    internal unsafe long** Addresses => (long**)Marshal.UnsafeAddrOfPinnedArrayElement(_addresses, 0);

    /// <summary>The length of <see cref="Addresses"/>.</summary>
    internal int PageCount => _addresses.Length;

    internal long Read(int cell) =>
        FindPage(cell >> Shift) is { } page ? Volatile.Read(ref page[Padding + (cell & (Size - 1))]) : 0;

    /// <summary>The cells of a page, padding left off; empty when this thread never touched it.</summary>
    internal Span<long> Cells(int page) => FindPage(page) is { } cells ? cells.AsSpan(Padding, Size) : [];

    internal void MakePage(int index)
    {
        if (index >= _pages.Length)
        {
            // By half as much again: with one page at a time, touching n pages would copy n² / 2 references.
            var count = Math.Max(index + 1, _pages.Length + (_pages.Length / 2));
            var addresses = GC.AllocateArray<nint>(count, pinned: true);
            _addresses.CopyTo(addresses, 0);
            Array.Resize(ref _pages, count);
            _addresses = addresses;
        }

        if (_pages[index] is null)
        {
            var page = GC.AllocateArray<long>(Padding + Size + Padding, pinned: true);
            _pages[index] = page;
            _addresses[index] = Marshal.UnsafeAddrOfPinnedArrayElement(page, Padding);
        }
    }

    private long[]? FindPage(int index) => (uint)index < (uint)_pages.Length ? _pages[index] : null;
}
