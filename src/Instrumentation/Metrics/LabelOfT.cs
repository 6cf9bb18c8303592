using Instrumentation.Metrics.Labels;

namespace Instrumentation.Metrics;

/// <summary>A label whose value comes from a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">An enum, bool or string.</typeparam>
public abstract class Label<T> : Label
{
    /// <param name="name">The label's name.</param>
    /// <param name="first">For a value type: the numeric value that has number 0.</param>
    /// <param name="dense">How many consecutive numeric values have consecutive numbers from there. 0 leaves all to <see cref="Find"/>.</param>
    private protected Label(string name, long first, int dense)
        : base(name)
    {
        MetricNames.ValidateLabel(name);
        Index = new LabelIndex<T>(this, first, dense);
    }

    internal LabelIndex<T> Index { get; }

    /// <summary>The number of a value. Takes no lock; allocates nothing for a value seen before.</summary>
    /// <param name="value">The value.</param>
    /// <returns>A number from 0 to <see cref="Label.Count"/> − 1.</returns>
    public int IndexOf(T value) => Index.Of(value);

    /// <summary>The number of a value, if it has one: a value that never came along is not given one, as <see cref="IndexOf"/> would.</summary>
    /// <param name="value">The value.</param>
    /// <param name="index">The number, or −1.</param>
    /// <returns>Whether it has one.</returns>
    public bool TryIndexOf(T value, out int index)
    {
        index = Peek(value);
        return index >= 0;
    }

    /// <summary>As <see cref="Find"/>, but −1 for a value that has no number yet.</summary>
    internal virtual int Peek(T value) => Index.Of(value);

    /// <summary>The number of a value that is not in the dense range.</summary>
    internal abstract int Find(T value);
}
