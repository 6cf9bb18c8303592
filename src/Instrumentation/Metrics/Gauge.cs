namespace Instrumentation.Metrics;

/// <summary>A number that is set.</summary>
public sealed class Gauge : GaugeFamily
{
    internal Gauge(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>What was set last; 0 before.</summary>
    public double Value => Read(0);

    /// <summary>Sets the value. The last write wins.</summary>
    /// <param name="number">The new value. NaN and infinities are shown as they are.</param>
    public void Set(double number) => SetCore(0, number);

    /// <summary>Adds to the value, atomically.</summary>
    /// <param name="amount">How much; may be negative.</param>
    public void Add(double amount) => AddCore(0, amount);
}
