using Instrumentation.Metrics.Families;
using Instrumentation.Metrics.Labels;

namespace Instrumentation.Metrics;

/// <summary>
/// Makes instruments and takes snapshots of them. Most programs use <see cref="Default"/>; a registry of one's own keeps tests apart. Safe to use from any thread.
/// </summary>
/// <remarks>
/// Registering the same name in the same shape again returns the same instrument. The same name with another kind, help, unit, labels or buckets
/// is an <see cref="ArgumentException"/>, as is a name that clashes with what another metric's samples are called. Instruments live as long as the process.
/// </remarks>
public sealed partial class InstrumentRegistry
{
    private readonly FamilyCatalog _catalog = new();
    private readonly SnapshotSource _snapshots;

    /// <summary>Makes a registry that holds nothing but metrics about itself.</summary>
    /// <param name="time">The clock that snapshots are stamped by; the system's when left out.</param>
    public InstrumentRegistry(TimeProvider? time = null)
    {
        _snapshots = new SnapshotSource(this, _catalog, time ?? TimeProvider.System);
        Self = new SelfMetrics(this);
    }

    /// <summary>The registry that generated code, operations and the metrics endpoint use.</summary>
    public static InstrumentRegistry Default { get; } = new();

    /// <summary>What the registry counts about itself.</summary>
    internal SelfMetrics Self { get; }

    /// <summary>Who gives the places of label values that are gone to others.</summary>
    internal LabelPlaces Places => _snapshots.Places;

    /// <summary>Raised, under no lock, when there may be more families or sources than before.</summary>
    internal event Action? Grown;

    /// <summary>All families there are, ordered by name.</summary>
    internal ReadOnlySpan<MetricFamily> Families => _catalog.Families;

    /// <summary>What the registry has to say to whoever reads logs.</summary>
    internal Notices Notices { get; } = new();

    /// <summary>
    /// The values of all series now. Everything that reads metrics reads this. Dispose it, so that the next one can use its memory.
    /// </summary>
    /// <returns>The snapshot.</returns>
    public MetricsSnapshot Snapshot() => _snapshots.Take();

    /// <summary>
    /// Removes all series that have a label value, of a map that was unloaded or a tenant that has left: they are left out of snapshots from the next one on, and begin anew when they
    /// are recorded again. Series of operations and of others' meters stay.
    /// </summary>
    /// <remarks>Waits for a snapshot that is being taken, and looks at every series that may have the value: meant for what happens now and then.</remarks>
    /// <param name="label">The label's name.</param>
    /// <param name="value">The value, as it is shown.</param>
    /// <param name="metric">The metric to remove them from, by its name with the prefix; all when null.</param>
    /// <returns>How many series there were.</returns>
    public int RemoveSeries(string label, string value, string? metric = null)
    {
        ArgumentNullException.ThrowIfNull(label);
        ArgumentNullException.ThrowIfNull(value);
        return _snapshots.Remove(label, value, metric);
    }

    /// <summary>Has a collector called before each snapshot, until what is returned is disposed.</summary>
    /// <param name="collector">The collector.</param>
    /// <returns>Ends it.</returns>
    public IDisposable AddCollector(ICollector collector)
    {
        ArgumentNullException.ThrowIfNull(collector);
        return _snapshots.Collectors.Add(collector.Name, collector.Collect);
    }

    /// <inheritdoc cref="AddCollector(ICollector)"/>
    /// <param name="name">The name under which failures are counted.</param>
    /// <param name="collect">See <see cref="ICollector.Collect"/>.</param>
    public IDisposable AddCollector(string name, Action collect)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(collect);
        return _snapshots.Collectors.Add(name, collect);
    }

    /// <summary>
    /// A family that many sources add series to, such as the durations of all operations. Never throws: a definition that is invalid or clashes is noted and counted, and
    /// what is returned is then detached, so that its sources measure and are not shown.
    /// </summary>
    /// <param name="definition">What it is.</param>
    /// <param name="source">One that is added to it at once; null when they come later.</param>
    internal MetricFamily Share(MetricDefinition definition, ISeriesSource? source = null)
    {
        string? conflict;
        try
        {
            MetricNames.Validate(definition, []);
            if (_catalog.Share(definition, source, out conflict) is { } family)
            {
                return family;
            }
        }
        catch (ArgumentException invalid)
        {
            conflict = invalid.Message;
        }

        Refuse(conflict!);
        return new MetricFamily(definition with { Kind = MetricKind.Gauge });
    }

    internal T Register<T>(InstrumentSetup setup, Func<InstrumentSetup, T> make)
        where T : Instrument
    {
        foreach (var label in setup.Labels)
        {
            ArgumentNullException.ThrowIfNull(label, nameof(setup.Labels));
            if (label.FindProblem() is { } problem)
            {
                throw new ArgumentException($"'{setup.Definition.Name}' cannot be: {problem}.", nameof(setup));
            }
        }

        if (setup.ExpireAfter is { } after && after <= TimeSpan.Zero)
        {
            throw new ArgumentException($"'{setup.Definition.Name}' has series expire after {after}; it must be more than zero.", nameof(setup));
        }

        ArgumentNullException.ThrowIfNull(setup.Definition.Help, nameof(setup.Definition.Help));
        MetricNames.Validate(setup.Definition, setup.Labels.Select(static label => label.Name));
        var instrument = _catalog.GetOrAdd(setup, make, out var conflict) ?? throw new ArgumentException(conflict, nameof(setup));
        Grow();
        return instrument;
    }

    private T Register<T>(
        string name, MetricKind kind, string help, string? unit, Label[] labels, TimeSpan? expireAfter, Func<InstrumentSetup, T> make)
        where T : Instrument =>
        Register(new InstrumentSetup(this, new MetricDefinition(name, kind, help, unit), labels) { ExpireAfter = expireAfter }, make);

    internal void Grow() => Grown?.Invoke();

    private void Refuse(string reason)
    {
        Self.RegistrationConflicted();
        Notices.Add(reason + " It is measured but not shown.");
    }
}
