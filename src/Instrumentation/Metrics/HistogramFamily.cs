using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Exemplars;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>A distribution, in one series for each combination of label values. What observes by label values is the class with that many type parameters.</summary>
public partial class HistogramFamily : Instrument
{
    /// <summary>Cells of one series: the sum, as a double, then the buckets.</summary>
    private const int Buckets = 1;

    private readonly HistogramBounds _bounds;
    private readonly DoubleBuckets _search;
    private readonly FamilyExemplars _exemplars;
    private readonly Lock _gate = new();

    /// <summary>The first cell of each series; 0 before the first observation. Most combinations of many labels never occur, and each would take a cell a bucket.</summary>
    private readonly int[] _cells;

    internal HistogramFamily(InstrumentSetup setup)
        : base(setup)
    {
        _bounds = setup.Bounds!;
        Bounds = _bounds.Upper[..^1];
        _search = new DoubleBuckets(_bounds.Upper);
        _cells = new int[Space.Count];
        _exemplars = new FamilyExemplars(setup.Registry, Name, Space.Count, _bounds.BucketCount);
        Attention |= WantsExemplars;
        _idle = Expires ? new IdleSeries(Space.Count, setup.ExpireAfter!.Value) : null;
    }

    /// <summary>
    /// Makes a histogram, or returns the one that was made from an equal definition before. Never throws for what the definition says: one that is invalid, or clashes with
    /// another, is reported, and what is made of it measures but is not shown.
    /// </summary>
    /// <param name="definition">What to measure.</param>
    /// <returns>The family.</returns>
    public static HistogramFamily Create(InstrumentDefinition definition) => Create(definition, InstrumentRegistry.Default);

    /// <summary>As <see cref="Create(InstrumentDefinition)"/>, in a registry of one's own.</summary>
    /// <param name="definition">What to measure.</param>
    /// <param name="registry">The registry that shows the metric.</param>
    /// <returns>The family.</returns>
    public static HistogramFamily Create(InstrumentDefinition definition, InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Create(
            definition, MetricKind.Histogram, static setup => setup.Labels.Length == 0 ? new Histogram(setup) : new HistogramFamily(setup));
    }

    /// <summary>The upper bounds of the buckets, ascending, without +Inf.</summary>
    public IReadOnlyList<double> Bounds { get; }

    /// <summary>Counts an observation in a series found before. NaN and infinities are ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="number">What was observed, in the metric's unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void ObserveAt(int series, double number) => ObserveCore(Checked(series), number);

    /// <summary>As <see cref="ObserveAt(int, double)"/>, with identifiers for the exemplar that the observation may become.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="number">What was observed, in the metric's unit.</param>
    /// <param name="exemplar">What identifies the observation.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void ObserveAt(int series, double number, in ExemplarLabels exemplar)
    {
        series = Checked(series);
        if (!double.IsFinite(number))
        {
            ObserveCore(series, number);
            return;
        }

        var bucket = _search.IndexOf(number);
        _exemplars.Offer(series, bucket, number, exemplar);
        Add(series, bucket, number);
        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void ObserveCore(int series, double number)
    {
        var bucket = 0;
        if (double.IsFinite(number))
        {
            bucket = _search.IndexOf(number);
            Add(series, bucket, number);
        }
        else
        {
            // One NaN would make the sum NaN for as long as the process lives.
            Registry.Self.ValueRejected(Name);
        }

        if (Attention != 0 || _published is { Enabled: true })
        {
            Attend(series, bucket, number);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Add(int series, int bucket, double number)
    {
        var cell = _cells[series];
        if (cell == 0)
        {
            cell = Allocate(series);
        }

        ref var block = ref CellMemory.Own(cell);
        CellMemory.Add(ref Unsafe.Add(ref block, Buckets + bucket), 1);
        CellMemory.Add(ref block, number);
    }

    private protected sealed override void Collect(SnapshotBuilder builder)
    {
        var space = Space;
        for (var series = 0; series < _cells.Length; series++)
        {
            var cell = Volatile.Read(ref _cells[series]);
            if (_expired.Count > 0 && cell != 0 && _expired.TryGetValue(series, out var former) && Count(builder, cell) != Count(_before![series]))
            {
                // Observed in after it was found idle: shown without a gap it must not begin anew, or nobody could tell that it did.
                _before[series] = former;
            }

            var before = _before?[series];
            if (!space.Shows(series, cell != 0 && Count(builder, cell) != Count(before)))
            {
                continue;
            }

            var counts = builder.BeginHistogram(space.Table, series, _bounds);
            if (cell == 0)
            {
                counts.Clear();
                builder.EndHistogram(0);
                continue;
            }

            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = builder.Total(cell + Buckets + i) - (before?[Buckets + i] ?? 0);
            }

            builder.EndHistogram(builder.RealTotal(cell) - (before is null ? 0 : BitConverter.Int64BitsToDouble(before[0])));
            _exemplars.Collect(builder, series);
        }

        _expired.Clear();
        _exemplars.Rearm();
        Interlocked.Or(ref Attention, WantsExemplars);
    }

    /// <remarks>Not inlined: the rare half of observing, and longer than the other.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Attend(int series, int bucket, double number)
    {
        if ((Attention & WantsExemplars) != 0 && double.IsFinite(number) && !_exemplars.Offer(series, bucket, number))
        {
            Interlocked.And(ref Attention, ~WantsExemplars);
        }

        if (_published is { Enabled: true } published && double.IsFinite(number))
        {
            published.Record(number, Tags(series));
        }

        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }

    private long Count(SnapshotBuilder builder, int cell)
    {
        var count = 0L;
        for (var i = 0; i < _bounds.BucketCount; i++)
        {
            count += builder.Total(cell + Buckets + i);
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Allocate(int series)
    {
        lock (_gate)
        {
            if (_cells[series] == 0)
            {
                Volatile.Write(ref _cells[series], CellMemory.Allocate(Buckets + _bounds.BucketCount, reals: 1));
            }

            return _cells[series];
        }
    }
}
