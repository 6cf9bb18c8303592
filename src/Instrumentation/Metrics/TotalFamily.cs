namespace Instrumentation.Metrics;

/// <summary>
/// A counter whose total is kept elsewhere, by the runtime or a library, and copied here by a collector. One series for each combination of label values.
/// </summary>
public sealed class TotalFamily : StoredInstrument
{
    internal TotalFamily(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>
    /// Makes a counter, or returns the one that was made from an equal definition before. Never throws for what the definition says: one that is invalid, or clashes with
    /// another, is reported, and what is made of it keeps totals but is not shown.
    /// </summary>
    /// <param name="definition">What to measure.</param>
    /// <param name="registry">The registry that shows the metric.</param>
    /// <returns>The family.</returns>
    public static TotalFamily Create(InstrumentDefinition definition, InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Create(definition, MetricKind.Counter, static setup => new TotalFamily(setup));
    }

    /// <summary>Sets the total of a series.</summary>
    /// <param name="series">The series' number; 0 when there are no labels.</param>
    /// <param name="total">The total since the start of the process.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void SetAt(int series, double total) => SetCore(Checked(series), total);
}
