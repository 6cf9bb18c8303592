namespace Instrumentation.Metrics;

/// <summary>A number that is set, in one series for each combination of label values. What is set by label values is the class with that many type parameters.</summary>
public class GaugeFamily : StoredInstrument
{
    internal GaugeFamily(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>
    /// Makes a gauge, or returns the one that was made from an equal definition before. Never throws for what the definition says: one that is invalid, or clashes with
    /// another, is reported, and what is made of it measures but is not shown.
    /// </summary>
    /// <param name="definition">What to measure.</param>
    /// <returns>The family.</returns>
    public static GaugeFamily Create(InstrumentDefinition definition) => Create(definition, InstrumentRegistry.Default);

    /// <summary>As <see cref="Create(InstrumentDefinition)"/>, in a registry of one's own.</summary>
    /// <param name="definition">What to measure.</param>
    /// <param name="registry">The registry that shows the metric.</param>
    /// <returns>The family.</returns>
    public static GaugeFamily Create(InstrumentDefinition definition, InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Create(
            definition, MetricKind.Gauge, static setup => setup.Labels.Length == 0 ? new Gauge(setup) : new GaugeFamily(setup));
    }

    /// <summary>Sets the value of a series found before. The last write wins.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="number">The new value. NaN and infinities are shown as they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void SetAt(int series, double number) => SetCore(Checked(series), number);

    /// <summary>Adds to the value of a series found before, atomically.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much; may be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void AddAt(int series, double amount) => AddCore(Checked(series), amount);

    /// <summary>The value now.</summary>
    /// <param name="series">The series' number.</param>
    /// <returns>What was set last.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public double ValueAt(int series) => Read(Checked(series));
}
