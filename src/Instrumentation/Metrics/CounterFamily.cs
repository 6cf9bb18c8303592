using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics;

/// <summary>A number that only grows, in one series for each combination of label values. What counts by label values is the class with that many type parameters.</summary>
public class CounterFamily : SummedInstrument
{
    internal CounterFamily(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>Adds a whole number to a series found before. A negative one is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much, at least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void AddAt(int series, long amount)
    {
        ThrowIfNoSeries(series);
        AddChecked(series, amount);
    }

    /// <summary>Adds a number to a series found before. One that is negative or not finite is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="amount">How much, at least 0.</param>
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
