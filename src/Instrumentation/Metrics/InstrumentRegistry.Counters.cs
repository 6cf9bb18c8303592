
namespace Instrumentation.Metrics;

/// <content>Counters.</content>
public sealed partial class InstrumentRegistry
{
    /// <summary>Makes a counter without labels, or returns the one registered before in the same shape.</summary>
    /// <param name="name">The name, which ends in <c>_total</c>.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="unit">The unit, in which the name must end before <c>_total</c>, as in <c>seconds</c>; null for none.</param>
    /// <returns>The counter.</returns>
    /// <exception cref="ArgumentException">The name, unit, labels are invalid, or the name clashes with another metric's.</exception>
    public Counter Counter(string name, string help, string? unit = null) =>
        Register(name, MetricKind.Counter, help, unit, [], null, static setup => new Counter(setup));

    /// <summary>Makes a counter with one label, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T">What the label's value comes from.</typeparam>
    /// <param name="name">The name, which ends in <c>_total</c>.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="label">The label.</param>
    /// <param name="unit">The unit, in which the name must end before <c>_total</c>, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public Counter<T> Counter<T>(string name, string help, Label<T> label, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.Counter, help, unit, [label], expireAfter, static setup => new Counter<T>(setup));

    /// <summary>Makes a counter with two labels, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T1">What the first label's value comes from.</typeparam>
    /// <typeparam name="T2">What the second label's value comes from.</typeparam>
    /// <param name="name">The name, which ends in <c>_total</c>.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="first">The first label.</param>
    /// <param name="second">The second label.</param>
    /// <param name="unit">The unit, in which the name must end before <c>_total</c>, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public Counter<T1, T2> Counter<T1, T2>(string name, string help, Label<T1> first, Label<T2> second, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.Counter, help, unit, [first, second], expireAfter, static setup => new Counter<T1, T2>(setup));

    /// <summary>Makes a counter with three labels, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T1">What the first label's value comes from.</typeparam>
    /// <typeparam name="T2">What the second label's value comes from.</typeparam>
    /// <typeparam name="T3">What the third label's value comes from.</typeparam>
    /// <param name="name">The name, which ends in <c>_total</c>.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="first">The first label.</param>
    /// <param name="second">The second label.</param>
    /// <param name="third">The third label.</param>
    /// <param name="unit">The unit, in which the name must end before <c>_total</c>, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public Counter<T1, T2, T3> Counter<T1, T2, T3>(string name, string help, Label<T1> first, Label<T2> second, Label<T3> third, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.Counter, help, unit, [first, second, third], expireAfter, static setup => new Counter<T1, T2, T3>(setup));

    /// <summary>
    /// Makes a counter whose total is kept elsewhere, and copied here by a collector; or returns the one registered before in the same shape.
    /// </summary>
    /// <param name="name">The name, which ends in <c>_total</c>.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="labels">The labels; may be none.</param>
    /// <param name="unit">The unit, in which the name must end before <c>_total</c>, as in <c>seconds</c>; null for none.</param>
    /// <returns>The counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public TotalFamily Total(string name, string help, string? unit = null, params Label[] labels) =>
        Register(name, MetricKind.Counter, help, unit, labels, null, static setup => new TotalFamily(setup));

    /// <summary>Makes a counter whose total is read when a snapshot is taken. Registered again, the last callback is the one that is read.</summary>
    /// <param name="name">The name, which ends in <c>_total</c>.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="read">Gives the total since the start of the process. It should be quick; when it throws, the counter is left out of that snapshot.</param>
    /// <param name="unit">The unit, in which the name must end before <c>_total</c>, as in <c>seconds</c>; null for none.</param>
    /// <returns>The counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public CallbackInstrument Counter(string name, string help, Func<double> read, string? unit = null) =>
        RegisterCallback(new MetricDefinition(name, MetricKind.Counter, help, unit), read);
}
