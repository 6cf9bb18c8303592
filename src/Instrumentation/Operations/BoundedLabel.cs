using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// A string label with a limit of distinct values, first come first served. Any further value reads <c>other</c>. Safe to use from any
/// thread.
/// </summary>
public sealed class BoundedLabel : OperationLabel
{
    private BoundedValues _values;

    /// <summary>Makes a label that takes up to <paramref name="limit"/> distinct values.</summary>
    /// <param name="name">The label's name.</param>
    /// <param name="limit">The greatest number of distinct values, at least 1.</param>
    public BoundedLabel(string name, int limit)
        : base(name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        Limit = limit;
        _values = new BoundedValues(limit);
    }

    /// <summary>The greatest number of distinct values.</summary>
    public int Limit { get; }

    /// <inheritdoc/>
    public override int Count => Limit + 2;

    /// <summary>
    /// The number of a value: from 0 to <see cref="Limit"/> − 1 in the order of first appearance, <see cref="Limit"/> for <c>other</c>, <see cref="Limit"/> + 1
    /// for null, which reads <c>none</c>. Takes no lock and allocates nothing for a value that was seen before.
    /// </summary>
    /// <param name="value">The argument.</param>
    /// <returns>The number.</returns>
    public int IndexOf(string? value) => value is null ? Limit + 1 : _values.IndexOf(value);

    internal override string ValueAt(int index) => index > Limit ? "none" : _values[index];

    internal override bool IsDeclared(int index) => false;

    internal override bool Matches(OperationLabel other) => other is BoundedLabel label && label.Name == Name && label.Limit == Limit;

    internal override void Attach(InstrumentRegistry registry, string operation) => _values.Attach(registry, Name, operation);

    internal override void ShareValuesOf(OperationLabel other) => _values = ((BoundedLabel)other)._values;
}
