namespace Instrumentation.Generator.Model;

/// <summary>A label of an operation or metric.</summary>
/// <param name="Name">The label's name.</param>
/// <param name="Values">The declared values, without repetition, in the order of their index; empty when <paramref name="Limit"/> is
/// set.</param>
/// <param name="HasNone">Whether null has an index of its own, after the values.</param>
/// <param name="HasOther">Whether undeclared values have an index of their own, the last one.</param>
/// <param name="Limit">The most values of a label that takes them as they come; 0 when they are declared.</param>
internal sealed record LabelModel(string Name, EquatableArray<string> Values, bool HasNone, bool HasOther, int Limit)
{
    /// <summary>The label's size in the index of series.</summary>
    public int Count => Limit > 0 ? Limit + 2 : Values.Count + (HasNone ? 1 : 0) + (HasOther ? 1 : 0);

    /// <summary>The most series that labels can make together: the product of their sizes.</summary>
    public static long SeriesCount(IEnumerable<LabelModel> labels) =>
        labels.Aggregate(1L, (product, label) => product > long.MaxValue / label.Count ? long.MaxValue : product * label.Count);
}
