
namespace Instrumentation.Metrics;

/// <content>Up-down counters.</content>
public sealed partial class InstrumentRegistry
{
    /// <summary>Makes an up-down counter without labels, or returns the one registered before in the same shape.</summary>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <returns>The up-down counter.</returns>
    /// <exception cref="ArgumentException">The name, unit, labels are invalid, or the name clashes with another metric's.</exception>
    public UpDownCounter UpDownCounter(string name, string help, string? unit = null) =>
        Register(name, MetricKind.UpDownCounter, help, unit, [], null, static setup => new UpDownCounter(setup));

    /// <summary>Makes an up-down counter with one label, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T">What the label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="label">The label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The up-down counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public UpDownCounter<T> UpDownCounter<T>(string name, string help, Label<T> label, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.UpDownCounter, help, unit, [label], expireAfter, static setup => new UpDownCounter<T>(setup));

    /// <summary>Makes an up-down counter with two labels, or returns the one registered before in the same shape.</summary>
    /// <typeparam name="T1">What the first label's value comes from.</typeparam>
    /// <typeparam name="T2">What the second label's value comes from.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="help">A sentence for whoever reads the metric.</param>
    /// <param name="first">The first label.</param>
    /// <param name="second">The second label.</param>
    /// <param name="unit">The unit, in which the name must end, as in <c>seconds</c>; null for none.</param>
    /// <param name="expireAfter">See <see cref="InstrumentDefinition.ExpireAfter"/>.</param>
    /// <returns>The up-down counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public UpDownCounter<T1, T2> UpDownCounter<T1, T2>(string name, string help, Label<T1> first, Label<T2> second, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.UpDownCounter, help, unit, [first, second], expireAfter, static setup => new UpDownCounter<T1, T2>(setup));

    /// <summary>Makes an up-down counter with three labels, or returns the one registered before in the same shape.</summary>
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
    /// <returns>The up-down counter.</returns>
    /// <exception cref="ArgumentException">The name, unit or labels are invalid, or the name clashes with another metric's.</exception>
    public UpDownCounter<T1, T2, T3> UpDownCounter<T1, T2, T3>(string name, string help, Label<T1> first, Label<T2> second, Label<T3> third, string? unit = null, TimeSpan? expireAfter = null) =>
        Register(name, MetricKind.UpDownCounter, help, unit, [first, second, third], expireAfter, static setup => new UpDownCounter<T1, T2, T3>(setup));
}
