using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>The loaded samples of one series, with a window that moves over them.</summary>
internal sealed class SeriesSamples
{
    private readonly SampleBuffer _samples = new();
    private int _first;
    private int _end;
    private long _lastEnd;

    public Labels Labels { get; private set; } = Labels.Empty;

    /// <summary>Whether the metric's name no longer holds.</summary>
    public bool DropName { get; private set; }

    public SampleBuffer Samples => _samples;

    public void Reset(Labels labels, bool dropName = false)
    {
        Labels = labels;
        DropName = dropName;
        _samples.Clear();
        Rewind();
    }

    public void Rewind() => (_first, _end, _lastEnd) = (0, 0, long.MinValue);

    /// <summary>Moves to the samples of (after, until] and returns where they lie; both bounds never go back.</summary>
    public (int First, int End) MoveTo(long after, long until)
    {
        if (until < _lastEnd)
        {
            Rewind();
        }

        var times = _samples.Times;
        _end = SkipUntil(times, _end, until);
        _first = SkipUntil(times, _first, after);
        _lastEnd = until;
        return (Math.Min(_first, _end), _end);
    }

    /// <summary>The index of the newest sample at or before a time; −1 if there is none.</summary>
    public int NewestAt(long time) => MoveTo(long.MinValue, time).End - 1;

    // Steps are mostly short, long jumps are found by halving.
    private static int SkipUntil(ReadOnlySpan<long> times, int from, long bound)
    {
        for (var i = 0; i < 8; i++)
        {
            if (from >= times.Length || times[from] > bound)
            {
                return from;
            }

            from++;
        }

        var (low, high) = (from, times.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = times[middle] <= bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
