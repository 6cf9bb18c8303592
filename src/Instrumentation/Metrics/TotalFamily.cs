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

    /// <summary>Sets the total of a series.</summary>
    /// <param name="series">The series' number; 0 when there are no labels.</param>
    /// <param name="total">The total since the start of the process.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such series.</exception>
    public void SetAt(int series, double total) => SetCore(Checked(series), total);
}
