namespace Instrumentation.Metrics;

/// <summary>
/// A number that is added to and taken from on any thread, such as connections that are open, in one series for each combination of label values. Shown as a gauge.
/// </summary>
public class UpDownCounterFamily : SummedInstrument
{
    internal UpDownCounterFamily(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>Adds a whole number to a series found before.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much; may be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void AddAt(int series, long amount)
    {
        ThrowIfNoSeries(series);
        AddCore(series, amount);
    }

    /// <summary>Adds a number to a series found before. One that is not finite is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much; may be negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void AddAt(int series, double amount)
    {
        ThrowIfNoSeries(series);
        AddChecked(series, amount);
    }

    /// <summary>The sum over all threads. Takes a lock; meant for tests and reports.</summary>
    /// <param name="series">The series' number.</param>
    /// <returns>The value now.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public double ValueAt(int series)
    {
        ThrowIfNoSeries(series);
        return Read(series);
    }

    private protected void AddChecked(int series, double amount)
    {
        if (double.IsFinite(amount))
        {
            AddCore(series, amount);
        }
        else
        {
            Registry.Self.ValueRejected(Name);
        }
    }
}
