using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// A label of an operation whose value comes from an argument. Its values are numbered densely, so that a series is found by
/// arithmetic and not by a lookup.
/// </summary>
public abstract class OperationLabel
{
    private protected OperationLabel(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        Name = name;
    }

    /// <summary>The label's name.</summary>
    public string Name { get; }

    /// <summary>How many values the label has, <c>none</c> and <c>other</c> included where there are such. At least 1.</summary>
    public abstract int Count { get; }

    /// <summary>
    /// A label whose values are all known at compile time: enum members, <c>false</c> and <c>true</c>, or declared strings. They are numbered in
    /// this order: the declared ones, then <c>none</c>, then <c>other</c>.
    /// </summary>
    /// <param name="name">The label's name.</param>
    /// <param name="declared">The declared values.</param>
    /// <param name="hasNone">Whether the argument may be null.</param>
    /// <param name="hasOther">Whether the argument may have a value that is not declared.</param>
    /// <returns>The label.</returns>
    public static OperationLabel Fixed(string name, string[] declared, bool hasNone, bool hasOther) =>
        new FixedLabel(name, declared, hasNone, hasOther);

    /// <summary>The text of a value, by its number.</summary>
    internal abstract string ValueAt(int index);

    /// <summary>Whether the value is declared, and so shown as 0 before the first call.</summary>
    internal abstract bool IsDeclared(int index);

    /// <summary>Whether two operations that differ in nothing else may count in the same series.</summary>
    internal abstract bool Matches(OperationLabel other);

    /// <summary>
    /// Makes this label number its values as <paramref name="other"/> does, which <see cref="Matches"/> it. Overloads that share an operation each
    /// bring their labels, and a number must mean the same value in all of them.
    /// </summary>
    internal virtual void ShareValuesOf(OperationLabel other)
    {
    }

    /// <summary>Tells the label where to report that its limit is reached.</summary>
    internal virtual void Attach(InstrumentRegistry registry, string operation)
    {
    }
}
