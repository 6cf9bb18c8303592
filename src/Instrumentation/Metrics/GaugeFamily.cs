namespace Instrumentation.Metrics;

/// <summary>A number that is set, in one series for each combination of label values. What is set by label values is the class with that many type parameters.</summary>
public class GaugeFamily : StoredInstrument
{
    internal GaugeFamily(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>Sets the value of a series found before. The last write wins.</summary>
    /// <param name="series">The series' number.</param>
    /// <param name="number">The new value. NaN and infinities are shown as they are.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void SetAt(int series, double number)
    {
        ThrowIfNoSeries(series);
        SetCore(series, number);
    }

    /// <summary>The value now.</summary>
    /// <param name="series">The series' number.</param>
    /// <returns>What was set last.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public double ValueAt(int series)
    {
        ThrowIfNoSeries(series);
        return Read(series);
    }
}
