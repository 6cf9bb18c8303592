namespace Instrumentation.Collectors.Meters;

/// <summary>One series of a meter's instrument, and where its value is kept.</summary>
internal sealed class TagSeries(int number, KeyValuePair<string, string>[] labels)
{
    /// <summary>The last value and the cycle in which it was observed, for instruments that are not added up.</summary>
    private long _bits;

    internal int Number => number;

    internal KeyValuePair<string, string>[] Labels => labels;

    /// <summary>The first of the series' cells, for instruments that are added up.</summary>
    internal CellRun Cells { get; init; }

    /// <summary>The cycle in which the value was set last; 0 before the first.</summary>
    internal long Cycle { get; set; }

    /// <summary>The last value: a whole number, or the bits of a double.</summary>
    internal long Bits
    {
        get => Volatile.Read(ref _bits);
        set => Volatile.Write(ref _bits, value);
    }
}
