
namespace Instrumentation.Metrics;

/// <content>Gauges.</content>
public sealed partial class InstrumentRegistry
{
    /// <summary>Makes a gauge without labels, or returns the one registered before in the same shape.</summary>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <returns>The gauge.</returns>
    /// <exception cref="ArgumentException">The name, unit, labels are invalid, or the name clashes with another metric's.</exception>
    public Gauge Gauge(string name, string help, string? unit = null) =>
        Register(name, MetricKind.Gauge, help, unit, [], null, static setup => new Gauge(setup));

    /// <summary>Makes a gauge with one label, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T">What the label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="label">The label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The gauge.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public Gauge<T> Gauge<T>(string name, string help, Label<T> label, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.Gauge, help, unit, [label], expireAfter, static setup => new Gauge<T>(setup));

    /// <summary>Makes a gauge with two labels, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T1">What the first label's value comes from.</typeparam>
    /// <typeparam name="T2">What the second label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="first">The first label.</param>
    /// <param name="second">The second label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The gauge.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public Gauge<T1, T2> Gauge<T1, T2>(string name, string help, Label<T1> first, Label<T2> second, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.Gauge, help, unit, [first, second], expireAfter, static setup => new Gauge<T1, T2>(setup));

    /// <summary>Makes a gauge with three labels, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T1">What the first label's value comes from.</typeparam>
    /// <typeparam name="T2">What the second label's value comes from.</typeparam>
    /// <typeparam name="T3">What the third label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="first">The first label.</param>
    /// <param name="second">The second label.</param>
    /// <param name="third">The third label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The gauge.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public Gauge<T1, T2, T3> Gauge<T1, T2, T3>(string name, string help, Label<T1> first, Label<T2> second, Label<T3> third, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.Gauge, help, unit, [first, second, third], expireAfter, static setup => new Gauge<T1, T2, T3>(setup));

    /// <summary>Makes a gauge that is read when a snapshot is taken. Registered again, the last callback is the one that is read.</summary>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="read">Gives the value. It should be quick; when it throws, the gauge is left out of that snapshot.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <returns>The gauge.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public CallbackInstrument Gauge(string name, string help, Func<double> read, string? unit = null) =>
        RegisterCallback(new MetricDefinition(name, MetricKind.Gauge, help, unit), read);

    private CallbackInstrument RegisterCallback(MetricDefinition definition, Func<double> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var instrument = Register(new InstrumentSetup(this, definition, []), setup => new CallbackInstrument(setup, read));
        if (instrument.Start(read))
        {
            AddCollector(instrument.Name, instrument.Refresh);
        }

        return instrument;
    }
}
