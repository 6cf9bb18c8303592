using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Families;

/// <summary>What sources write their series into. Its buffers are reused from snapshot to snapshot.</summary>
internal sealed class SnapshotBuilder
{
    private readonly List<FamilyFrame> _families = [];
    private readonly List<ExemplarFrame> _exemplars = [];
    private SeriesFrame[] _series = new SeriesFrame[64];
    private long[] _values = new long[256];
    private long[] _totals = [];
    private int _seriesCount;
    private int _valueCount;

    /// <summary>The sums over all threads of the cells that hold whole numbers, indexed by cell.</summary>
    internal ReadOnlySpan<long> Totals => _totals;

    internal ReadOnlySpan<FamilyFrame> Families => CollectionsMarshal.AsSpan(_families);

    internal ReadOnlySpan<SeriesFrame> Series => _series.AsSpan(0, _seriesCount);

    internal ReadOnlySpan<long> Values => _values.AsSpan(0, _valueCount);

    internal ReadOnlySpan<ExemplarFrame> Exemplars => CollectionsMarshal.AsSpan(_exemplars);

    /// <summary>The sum over all threads of a cell that holds whole numbers. A cell younger than the snapshot reads 0.</summary>
    internal long Total(int cell) => (uint)cell < (uint)_totals.Length ? _totals[cell] : 0;

    /// <summary>The sum over all threads of a cell that holds a double.</summary>
    internal double RealTotal(int cell) => BitConverter.Int64BitsToDouble(Total(cell));

    /// <summary>Adds a series with a whole number.</summary>
    internal void Add(LabelTable labels, int series, long value)
    {
        var place = Reserve(1);
        _values[place] = value;
        Push(SeriesFrame.Whole(labels, series, place));
    }

    /// <summary>Adds a series with a real number.</summary>
    internal void Add(LabelTable labels, int series, double value)
    {
        var place = Reserve(1);
        _values[place] = BitConverter.DoubleToInt64Bits(value);
        Push(SeriesFrame.Real(labels, series, place));
    }

    /// <summary>Adds a histogram. Returns its buckets, to be filled before the next call, with plain counts: they are made cumulative by <see cref="EndHistogram"/>.</summary>
    internal Span<long> BeginHistogram(LabelTable labels, int series, HistogramBounds bounds)
    {
        var place = Reserve(1 + bounds.BucketCount);
        Push(SeriesFrame.Histogram(labels, series, bounds, place));
        return _values.AsSpan(place + 1, bounds.BucketCount);
    }

    /// <summary>Completes the histogram begun last.</summary>
    /// <param name="sum">The sum of all observations, in the metric's unit.</param>
    /// <returns>The number of observations.</returns>
    internal long EndHistogram(double sum)
    {
        ref readonly var frame = ref _series[_seriesCount - 1];
        var counts = _values.AsSpan(frame.Place + 1, frame.Bounds!.BucketCount);
        var count = 0L;
        foreach (ref var bucket in counts)
        {
            count += bucket;
            bucket = count;
        }

        _values[frame.Place] = BitConverter.DoubleToInt64Bits(sum);
        return count;
    }

    /// <summary>Puts an exemplar on a bucket of the series added last; 0 for a counter. Buckets in ascending order.</summary>
    internal void AddExemplar(int bucket, Exemplar exemplar) => _exemplars.Add(new ExemplarFrame(_seriesCount - 1, bucket, exemplar));

    internal void Begin()
    {
        _families.Clear();
        _exemplars.Clear();
        _seriesCount = 0;
        _valueCount = 0;
        CellMemory.SumAll(ref _totals);
    }

    internal void Collect(MetricFamily family)
    {
        var first = _seriesCount;
        foreach (var source in family.Sources)
        {
            source.Collect(this);
        }

        if (_seriesCount > first || family.Instrument is not null)
        {
            _families.Add(new FamilyFrame(family, first, _seriesCount - first));
        }
    }

    private void Push(in SeriesFrame frame)
    {
        if (_seriesCount == _series.Length)
        {
            Array.Resize(ref _series, _series.Length * 2);
        }

        _series[_seriesCount++] = frame;
    }

    private int Reserve(int count)
    {
        if (_valueCount + count > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(_values.Length * 2, _valueCount + count));
        }

        var place = _valueCount;
        _valueCount += count;
        return place;
    }
}
