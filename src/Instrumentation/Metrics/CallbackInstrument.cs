using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>
/// A number that is read when a snapshot is taken. A callback that throws is counted by <c>instrumentation_collector_failures_total</c>, and the number
/// is left out of that snapshot.
/// </summary>
public sealed class CallbackInstrument : Instrument
{
    private Func<double> _read;
    private double _value;
    private bool _hasValue;
    private bool _started;

    internal CallbackInstrument(InstrumentSetup setup, Func<double> read)
        : base(setup) => _read = read;

    /// <summary>
    /// Makes a metric without labels that is read when a snapshot is taken. Never throws for what the definition says: one that is invalid, or clashes with another, is
    /// reported, and is neither read nor shown. So is a second callback for the same metric: one of the two would be lost.
    /// </summary>
    /// <param name="definition">What it is.</param>
    /// <param name="kind">What the values mean; not a histogram.</param>
    /// <param name="read">
    /// Gives the value; of a counter, the total since the start of the process. It should be quick. NaN leaves the metric out of the snapshot; so does a counter's value
    /// that is negative or infinite, which is counted by <c>instrumentation_rejected_values_total</c>.
    /// </param>
    /// <returns>The instrument.</returns>
    public static CallbackInstrument Create(InstrumentDefinition definition, MetricKind kind, Func<double> read) =>
        Create(definition, kind, read, InstrumentRegistry.Default);

    /// <summary>As <see cref="Create(InstrumentDefinition, MetricKind, Func{double})"/>, in a registry of one's own.</summary>
    /// <param name="definition">What it is.</param>
    /// <param name="kind">What the values mean; not a histogram.</param>
    /// <param name="read">Gives the value; of a counter, the total since the start of the process. It should be quick.</param>
    /// <param name="registry">The registry that shows the metric.</param>
    /// <returns>The instrument.</returns>
    public static CallbackInstrument Create(InstrumentDefinition definition, MetricKind kind, Func<double> read, InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(registry);
        if (kind == MetricKind.Histogram || definition.Labels is { Length: > 0 })
        {
            return registry.Detach(definition, kind, Make, $"'{definition.FullName}' is read at a scrape, so it can neither be a histogram nor have labels.");
        }

        var instrument = registry.Create(definition, kind, Make);
        if (instrument.Setup.IsDetached)
        {
            return instrument;
        }

        if (instrument.Claim())
        {
            registry.AddCollector(instrument.Name, instrument.Refresh);
            return instrument;
        }

        return instrument._read.Equals(read)
            ? instrument
            : registry.Detach(definition, kind, Make, $"'{definition.FullName}' is read from another place already.");

        CallbackInstrument Make(InstrumentSetup setup) => new(setup, read);
    }

    /// <summary>Makes this the callback to be asked. Returns whether it is the first time.</summary>
    internal bool Start(Func<double> read)
    {
        Volatile.Write(ref _read, read);
        return Claim();
    }

    /// <summary>Asks for the value. Called before cells are summed, so that a failure shows in the same snapshot.</summary>
    internal void Refresh()
    {
        _hasValue = false;
        _value = Volatile.Read(ref _read)();

        // NaN is how a callback says that there is no value now: a nullable member that is null, the mean of nothing.
        _hasValue = !double.IsNaN(_value);
        if (_hasValue && Kind == MetricKind.Counter && !(double.IsFinite(_value) && _value >= 0))
        {
            // No total reads like that, and strict parsers refuse the whole scrape for it.
            _hasValue = false;
            Registry.Self.ValueRejected(Name);
        }
    }

    private protected override void Collect(SnapshotBuilder builder)
    {
        if (_hasValue)
        {
            builder.Add(Space.Table, 0, _value);
        }
    }

    private bool Claim() => !Interlocked.Exchange(ref _started, true);
}
