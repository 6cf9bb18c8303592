using System.Runtime.CompilerServices;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>
/// A monitored method, or several that share a name: its duration histogram, failures by exception type, cancellations, and calls in
/// flight, for each combination of its label values. Safe to use from any thread.
/// </summary>
/// <remarks>Measuring never throws, takes no lock, and allocates nothing once a series has been used on a thread.</remarks>
public sealed partial class Operation
{
    private readonly Lock _gate = new();
    private readonly OperationSeries?[] _series;
    private readonly OperationSeries? _first;
    private OperationSeries[] _shown = [];
    private int _shownCount;

    internal Operation(OperationDefinition definition, double[] bounds)
    {
        Definition = definition;
        Bounds = bounds;
        BoundTicks = DurationBuckets.ToTicks(bounds);
        SampleEvery = Math.Max(1, definition.SampleEvery);
        var count = 1;
        foreach (var label in definition.Labels)
        {
            count = checked(count * label.Count);
        }

        _series = new OperationSeries?[count];
        for (var index = 0; index < count; index++)
        {
            if (SeriesLabels.AreDeclared(definition.Labels, index))
            {
                Touch(index);
            }
        }

        _first = _series[0];
    }

    /// <summary>The operation's name, the value of the label <c>operation</c>.</summary>
    public string Name => Definition.Name;

    internal OperationDefinition Definition { get; }

    internal double[] Bounds { get; }

    internal long[] BoundTicks { get; }

    internal int SampleEvery { get; }

    internal bool Trace => Definition.Trace;

    internal OperationErrorNames ErrorNames { get; } = new();

    /// <summary>The family that shows the durations; null when the operation is not shown.</summary>
    internal MetricFamily? DurationFamily { get; set; }

    /// <summary>Where durations are recorded as well, while somebody listens to the meter.</summary>
    internal System.Diagnostics.Metrics.Histogram<double>? Published { get; set; }

    /// <summary>All series there are so far, in the order in which they came. A series keeps its place.</summary>
    internal ReadOnlySpan<OperationSeries> Series
    {
        get
        {
            // The number first: the array read after it has at least so many.
            var count = Volatile.Read(ref _shownCount);
            return Volatile.Read(ref _shown).AsSpan(0, count);
        }
    }

    /// <summary>
    /// Makes an operation, or returns the one that was made from an equal definition before. Never throws: a definition that clashes with another is
    /// reported, and what is made of it measures but is not shown.
    /// </summary>
    /// <param name="definition">What to measure.</param>
    /// <returns>The operation.</returns>
    public static Operation Create(OperationDefinition definition) => Create(definition, InstrumentRegistry.Default);

    /// <summary>As <see cref="Create(OperationDefinition)"/>, in a registry of one's own.</summary>
    /// <param name="definition">What to measure.</param>
    /// <param name="registry">The registry that shows the operation.</param>
    /// <returns>The operation.</returns>
    public static Operation Create(OperationDefinition definition, InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(registry);
        return OperationCatalog.Of(registry).GetOrAdd(definition);
    }

    /// <summary>Begins a call of a method without labels, which ends on this thread.</summary>
    /// <returns>The running call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OperationCall Start() => new(_first ?? Find(0));

    /// <summary>Begins a call which ends on this thread.</summary>
    /// <param name="series">The number of the combination of label values.</param>
    /// <returns>The running call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OperationCall Start(int series) => new(Find(series));

    /// <summary>As <see cref="Start()"/>, for an operation that times one call of many.</summary>
    /// <returns>The running call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SampledCall StartSampled() => new(_first ?? Find(0));

    /// <summary>As <see cref="Start(int)"/>, for an operation that times one call of many.</summary>
    /// <param name="series">The number of the combination of label values.</param>
    /// <returns>The running call.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SampledCall StartSampled(int series) => new(Find(series));

    /// <summary>Hands a call of a method without labels to the async method that this thread calls next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StartAsync() => Builders.AsyncTimer.Offer(_first ?? Find(0));

    /// <summary>Hands a call to the async method that this thread calls next.</summary>
    /// <param name="series">The number of the combination of label values.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StartAsync(int series) => Builders.AsyncTimer.Offer(Find(series));

    /// <summary>Begins a call of a method without labels, which may end on another thread.</summary>
    /// <returns>The running call.</returns>
    public AwaitedCall StartAwaited() => new(_first ?? Find(0));

    /// <summary>Begins a call which may end on another thread.</summary>
    /// <param name="series">The number of the combination of label values.</param>
    /// <returns>The running call.</returns>
    public AwaitedCall StartAwaited(int series) => new(Find(series));

    /// <summary>A number out of range would be a fault in generated code; it counts in the last series and harms nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private OperationSeries Find(int series)
    {
        var all = _series;
        return (uint)series < (uint)all.Length && all[series] is { } found ? found : Touch(series);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private OperationSeries Touch(int series)
    {
        var index = (uint)series < (uint)_series.Length ? series : _series.Length - 1;
        lock (_gate)
        {
            if (_series[index] is { } known)
            {
                return known;
            }

            var made = new OperationSeries(this, SeriesLabels.ValuesAt(Definition.Labels, index));
            if (_shownCount == _shown.Length)
            {
                var larger = new OperationSeries[Math.Max(1, _shown.Length * 2)];
                _shown.CopyTo(larger, 0);
                Volatile.Write(ref _shown, larger);
            }

            _shown[_shownCount] = made;
            Volatile.Write(ref _shownCount, _shownCount + 1);
            Volatile.Write(ref _series[index], made);
            return made;
        }
    }
}
