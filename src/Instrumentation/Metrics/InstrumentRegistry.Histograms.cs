using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <content>Histograms.</content>
public sealed partial class InstrumentRegistry
{
    /// <summary>Makes a histogram without labels, or returns the one registered before in the same shape.</summary>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="bounds">The upper bounds of the buckets, ascending and finite; +Inf is added. At most 256.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <returns>The histogram.</returns>
    /// <exception cref="ArgumentException">The name, unit, labels or bounds are invalid, or the name clashes with another metric's.</exception>
    public Histogram Histogram(string name, string help, ReadOnlySpan<double> bounds, string? unit = null) =>
        RegisterHistogram(name, help, bounds, unit, [], null, static setup => new Histogram(setup));

    /// <summary>Makes a histogram with one label, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T">What the label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="bounds">The upper bounds of the buckets, ascending and finite; +Inf is added. At most 256.</param>
    /// <param name="label">The label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The histogram.</returns>
    /// <exception cref="ArgumentException">The name, unit, labels or bounds are invalid, or the name clashes with another metric's.</exception>
    public Histogram<T> Histogram<T>(string name, string help, ReadOnlySpan<double> bounds, Label<T> label, string? unit = null, TimeSpan? expireAfter = null) =>
        RegisterHistogram(name, help, bounds, unit, [label], expireAfter, static setup => new Histogram<T>(setup));

    /// <summary>Makes a histogram with two labels, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T1">What the first label's value comes from.</typeparam>
    /// <typeparam name="T2">What the second label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="bounds">The upper bounds of the buckets, ascending and finite; +Inf is added. At most 256.</param>
    /// <param name="first">The first label.</param>
    /// <param name="second">The second label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The histogram.</returns>
    /// <exception cref="ArgumentException">The name, unit, labels or bounds are invalid, or the name clashes with another metric's.</exception>
    public Histogram<T1, T2> Histogram<T1, T2>(string name, string help, ReadOnlySpan<double> bounds, Label<T1> first, Label<T2> second, string? unit = null, TimeSpan? expireAfter = null) =>
        RegisterHistogram(name, help, bounds, unit, [first, second], expireAfter, static setup => new Histogram<T1, T2>(setup));

    /// <summary>Makes a histogram with three labels, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T1">What the first label's value comes from.</typeparam>
    /// <typeparam name="T2">What the second label's value comes from.</typeparam>
    /// <typeparam name="T3">What the third label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="bounds">The upper bounds of the buckets, ascending and finite; +Inf is added. At most 256.</param>
    /// <param name="first">The first label.</param>
    /// <param name="second">The second label.</param>
    /// <param name="third">The third label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The histogram.</returns>
    /// <exception cref="ArgumentException">The name, unit, labels or bounds are invalid, or the name clashes with another metric's.</exception>
    public Histogram<T1, T2, T3> Histogram<T1, T2, T3>(string name, string help, ReadOnlySpan<double> bounds, Label<T1> first, Label<T2> second, Label<T3> third, string? unit = null, TimeSpan? expireAfter = null) =>
        RegisterHistogram(name, help, bounds, unit, [first, second, third], expireAfter, static setup => new Histogram<T1, T2, T3>(setup));

    private T RegisterHistogram<T>(
        string name, string help, ReadOnlySpan<double> bounds, string? unit, Label[] labels, TimeSpan? expireAfter, Func<InstrumentSetup, T> make)
        where T : Instrument
    {
        HistogramBounds.Validate(name, bounds);
        var definition = new MetricDefinition(name, MetricKind.Histogram, help, unit);
        return Register(new InstrumentSetup(this, definition, labels, new HistogramBounds(bounds)) { ExpireAfter = expireAfter }, make);
    }
}
