using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Collectors.Meters;

/// <summary>Adjacent cells of one series. Cells are never given back, so those of an instrument that is gone are used again, from what they held then.</summary>
internal readonly struct CellRun
{
    private readonly long[]? _before;

    private CellRun(int first, int reals, long[]? before)
    {
        First = first;
        Reals = reals;
        _before = before;
    }

    internal int First { get; }

    /// <summary>How many of the cells, from the first on, hold a double.</summary>
    private int Reals { get; }

    internal static CellRun Allocate(int count, int reals) => new(CellMemory.Allocate(count, reals), reals, before: null);

    /// <summary>The same cells, reading 0 from now on.</summary>
    internal CellRun Again(int count)
    {
        var before = new long[count];
        for (var i = 0; i < count; i++)
        {
            before[i] = i < Reals ? BitConverter.DoubleToInt64Bits(CellMemory.SumReal(First + i)) : CellMemory.Sum(First + i);
        }

        return new CellRun(First, Reals, before);
    }

    internal long Whole(SnapshotBuilder builder, int cell) => builder.Total(First + cell) - (_before is null ? 0 : _before[cell]);

    internal double Real(SnapshotBuilder builder, int cell) =>
        builder.RealTotal(First + cell) - (_before is null ? 0 : BitConverter.Int64BitsToDouble(_before[cell]));
}
