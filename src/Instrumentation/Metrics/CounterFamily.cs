using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics;

/// <summary>A number that only grows, in one series for each combination of label values. What counts by label values is the class with that many type parameters.</summary>
public class CounterFamily : SummedInstrument
{
    internal CounterFamily(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>
    /// Makes a counter, or returns the one that was made from an equal definition before. Never throws for what the definition says: one that is invalid, or clashes with
    /// another, is reported, and what is made of it measures but is not shown.
    /// </summary>
    /// <param name="definition">What to measure.</param>
    /// <returns>The family.</returns>
    public static CounterFamily Create(InstrumentDefinition definition) => Create(definition, InstrumentRegistry.Default);

    /// <summary>As <see cref="Create(InstrumentDefinition)"/>, in a registry of one's own.</summary>
    /// <param name="definition">What to measure.</param>
    /// <param name="registry">The registry that shows the metric.</param>
    /// <returns>The family.</returns>
    public static CounterFamily Create(InstrumentDefinition definition, InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return registry.Create(
            definition, MetricKind.Counter, static setup => setup.Labels.Length == 0 ? new Counter(setup) : new CounterFamily(setup));
    }

    /// <summary>Adds one to a series found before.</summary>
    /// <param name="series">The series' number.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void IncrementAt(int series) => AddCore(Checked(series), 1);

    /// <summary>Adds a whole number to a series found before. A negative one is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddAt(int series, long amount) => AddChecked(Checked(series), amount);

    /// <summary>Adds a number to a series found before. One that is negative or not finite is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void AddAt(int series, double amount) => AddChecked(Checked(series), amount);

    /// <summary>As <see cref="AddAt(int, long)"/>, with identifiers for the exemplar that the record may become.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much, at least 0.</param>
    /// <param name="exemplar">What identifies the record.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void AddAt(int series, long amount, in ExemplarLabels exemplar)
    {
        series = Checked(series);
        if (amount > 0)
        {
            Exemplars!.Offer(series, 0, amount, exemplar);
            AddOffered(series, amount);
        }
        else
        {
            AddChecked(series, amount);
        }
    }

    /// <summary>As <see cref="AddAt(int, double)"/>, with identifiers for the exemplar that the record may become.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much, at least 0.</param>
    /// <param name="exemplar">What identifies the record.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void AddAt(int series, double amount, in ExemplarLabels exemplar)
    {
        series = Checked(series);
        if (double.IsFinite(amount) && amount > 0)
        {
            Exemplars!.Offer(series, 0, amount, exemplar);
            AddOffered(series, amount);
        }
        else
        {
            AddChecked(series, amount);
        }
    }

    /// <summary>The sum over all threads. Takes a lock; meant for tests and reports.</summary>
    /// <param name="series">The series' number.</param>
    /// <returns>The value now.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public double ValueAt(int series) => Read(Checked(series));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void AddChecked(int series, long amount)
    {
        if (amount < 0)
        {
            Registry.Self.ValueRejected(Name);
        }
        else
        {
            AddCore(series, amount);
        }
    }

    private protected void AddChecked(int series, double amount)
    {
        if (double.IsFinite(amount) && amount >= 0)
        {
            AddCore(series, amount);
        }
        else
        {
            Registry.Self.ValueRejected(Name);
        }
    }
}
