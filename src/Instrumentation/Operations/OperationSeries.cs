using System.Diagnostics;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Exemplars;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>
/// One combination of label values of an operation: the cells in which its calls are counted, and how a call is counted in them.
/// Everything on the path of a call is in here, so that a call touches this object, one array and its thread's cells.
/// </summary>
internal sealed partial class OperationSeries
{
    private readonly long[] _bounds;
    private readonly int _skip;
    private readonly UntimedSpread? _untimed;
    private readonly ExemplarSampler _exemplars;

    /// <summary>A bit for each bucket of which the next call may become an exemplar; buckets beyond 64 share.</summary>
    private ulong _wanted;

    /// <summary>The duration that was published last, in ticks.</summary>
    private long _published;
    private KeyValuePair<string, object?>[]? _tags;

    internal OperationSeries(Operation operation, string[] labelValues)
    {
        Operation = operation;
        LabelValues = labelValues;
        Failures = new OperationFailures(operation.ErrorNames);
        _bounds = operation.BoundTicks;
        _skip = operation.SampleEvery - 1;
        _untimed = _skip == 0 ? null : new UntimedSpread(_bounds.Length);
        _exemplars = new ExemplarSampler(_bounds.Length);
        Cell = CellMemory.Allocate(CallCells.Buckets + _bounds.Length);
    }

    internal Operation Operation { get; }

    /// <summary>The values of the labels taken from arguments, in the order of <see cref="OperationDefinition.Labels"/>.</summary>
    internal string[] LabelValues { get; }

    internal OperationFailures Failures { get; }

    /// <summary>The first of the series' cells; see <see cref="CallCells"/>.</summary>
    internal int Cell { get; }

    internal int CellCount => CallCells.Buckets + _bounds.Length;

    /// <summary>Evaluates the sums over all threads of the series' cells.</summary>
    /// <param name="cells">The sums, <see cref="CellCount"/> of them; overwritten. Readers take turns.</param>
    /// <param name="buckets">The calls in each bucket, not cumulative.</param>
    internal SeriesReading Read(Span<long> cells, out ReadOnlySpan<long> buckets)
    {
        var counts = cells[CallCells.Buckets..];
        var seconds = (double)cells[CallCells.Ticks] / Stopwatch.Frequency;
        if (_untimed is not null)
        {
            seconds = _untimed.Apply(counts, seconds, cells[CallCells.Untimed]);
        }

        var count = 0L;
        foreach (var calls in counts)
        {
            count += calls;
        }

        buckets = counts;

        // A call that began and ended while its cells were being read can be among the ended and not among the begun.
        var inFlight = Math.Max(0, cells[CallCells.Started] - count);
        return new SeriesReading(count, seconds, cells[CallCells.Cancelled], inFlight);
    }

    /// <summary>The exemplars of the buckets, if any was ever kept. Each bucket wants a new one from now on.</summary>
    internal SeriesExemplars? ReadExemplars()
    {
        _exemplars.Rearm();
        Volatile.Write(ref _wanted, ulong.MaxValue);
        return _exemplars.Kept;
    }
}
