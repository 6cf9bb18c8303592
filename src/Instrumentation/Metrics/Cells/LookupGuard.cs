using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics.Cells;

/// <summary>
/// Marks a thread as being between the lookup of a dynamic label's value and the use of the number it got. Only when every thread has been seen outside since a
/// number was taken out of use can nobody still count under it, and the number may go to another value.
/// </summary>
/// <remarks>
/// The mark is a cell that each thread has of its own: odd while the thread is inside, and greater each time that it has left. So it costs a thread two plain stores, and
/// whoever waits pays for the rest.
/// </remarks>
internal static class LookupGuard
{
    /// <summary>The cell, and how many are set apart for it.</summary>
    internal const int Cell = 0;
    internal const int Cells = 1;

    /// <summary>Before a number is looked up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Enter()
    {
        ref var own = ref CellMemory.Own(Cell);
        Volatile.Write(ref own, own | 1);
    }

    /// <summary>After the number has been used. Releases: whoever sees the mark gone sees what was counted.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Exit()
    {
        ref var own = ref CellMemory.Own(Cell);
        Volatile.Write(ref own, (own | 1) + 1);
    }

    /// <summary>A thread that ended inside is not inside any more when another takes over its cells.</summary>
    internal static void Reset(ThreadPages pages)
    {
        if (!pages.Cells(Cell >> ThreadPages.Shift).IsEmpty)
        {
            ref var own = ref pages.Cells(Cell >> ThreadPages.Shift)[Cell];
            Volatile.Write(ref own, (own | 1) + 1);
        }
    }
}
