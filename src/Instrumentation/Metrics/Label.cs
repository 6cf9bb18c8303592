using Instrumentation.Metrics.Labels;
using System.Diagnostics.CodeAnalysis;

namespace Instrumentation.Metrics;

/// <summary>
/// A label of an instrument. Its values are numbered densely from 0, so that a series is found by arithmetic; the number of series that
/// an instrument can make is the product of its labels' <see cref="Count"/>.
/// </summary>
/// <remarks>
/// Declared values come first; then, where the label can have them, <c>none</c> for null and <c>other</c> for everything not declared.
/// Series of declared values are shown as 0 from the start, the others from their first use on. Labels may be shared by instruments and used from any thread.
/// </remarks>
public abstract class Label
{
    private protected Label(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
    }

    /// <summary>The value that stands for null.</summary>
    public static string None => "none";

    /// <summary>The value that stands for whatever is not declared, or past the limit.</summary>
    public static string Other => "other";

    /// <summary>The label's name.</summary>
    public string Name { get; }

    /// <summary>How many values the label has, <c>none</c> and <c>other</c> included where there are such. At least 1.</summary>
    public abstract int Count { get; }

    /// <summary>A label for the members of an enum, named in snake_case or as their <see cref="LabelValueAttribute"/> says.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The label's name.</param>
    /// <returns>The label.</returns>
    public static Label<T> ForEnum<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>(string name)
        where T : struct, Enum
    {
        var (values, names) = EnumValues.Of<T>();
        return new EnumLabel<T>(name, values, names);
    }

    /// <summary>A label for the members of an enum with the label values given.</summary>
    /// <typeparam name="T">The enum.</typeparam>
    /// <param name="name">The label's name.</param>
    /// <param name="members">The members, each once; in the order in which they are to be numbered.</param>
    /// <param name="values">The label value of each member.</param>
    /// <returns>The label.</returns>
    /// <exception cref="ArgumentException">The two lists differ in length, or a member or value occurs twice.</exception>
    public static Label<T> ForEnum<T>(string name, T[] members, string[] values)
        where T : struct, Enum => new EnumLabel<T>(name, members, values);

    /// <summary>A label that reads <c>false</c> or <c>true</c>.</summary>
    /// <param name="name">The label's name.</param>
    /// <returns>The label.</returns>
    public static Label<bool> ForBool(string name) => new BoolLabel(name);

    /// <summary>A string label with the values given; null reads <c>none</c>, any other string <c>other</c>.</summary>
    /// <param name="name">The label's name.</param>
    /// <param name="values">The values, each once.</param>
    /// <returns>The label.</returns>
    /// <exception cref="ArgumentException">A value occurs twice, or there is none.</exception>
    public static Label<string?> ForValues(string name, params string[] values) => new ValuesLabel(name, values);

    /// <summary>
    /// A string label that takes the first <paramref name="limit"/> distinct values that come along. Any further one reads <c>other</c> and is counted
    /// by <c>instrumentation_label_overflows_total</c>; null reads <c>none</c>.
    /// </summary>
    /// <param name="name">The label's name.</param>
    /// <param name="limit">The greatest number of distinct values, from 1 to 10,000.</param>
    /// <returns>The label.</returns>
    public static Label<string?> ForStrings(string name, int limit) => new LimitedLabel(name, limit);

    /// <summary>
    /// For generated code, which knows the number of a value: a label whose values are enum members, <c>false</c> and <c>true</c>, or strings. They are numbered in
    /// this order: the values given, then <c>none</c>, then <c>other</c>.
    /// </summary>
    /// <param name="name">The label's name. An invalid one is reported by what is made with the label.</param>
    /// <param name="values">The values, each once.</param>
    /// <param name="hasNone">Whether null is numbered apart, after the values.</param>
    /// <param name="hasOther">Whether whatever is not declared is numbered apart, last.</param>
    /// <returns>The label.</returns>
    public static Label Declared(string name, string[] values, bool hasNone, bool hasOther) => new DeclaredLabel(name, values, hasNone, hasOther);

    /// <summary>What there is to know of the label.</summary>
    internal virtual MetricCatalogLabel Describe() => new() { Name = Name, Values = [.. Enumerable.Range(0, Count).Select(ValueAt)] };

    /// <summary>Whether values are numbered as they come along.</summary>
    internal virtual bool IsDynamic => false;

    /// <summary>The text of a value, by its number.</summary>
    internal abstract string ValueAt(int index);

    /// <summary>Whether series of this value are shown before their first use.</summary>
    internal abstract bool IsDeclared(int index);

    /// <summary>Whether registering an instrument with the other label in this one's place is the same registration.</summary>
    internal abstract bool Matches(Label other);

    /// <summary>What is wrong with the label, as a part of a sentence; null when nothing is.</summary>
    internal virtual string? FindProblem() => MetricNames.FindLabelProblem(Name);

    /// <summary>
    /// Makes this label number its values as <paramref name="other"/> does, which <see cref="Matches"/> it: whoever registers a metric again brings labels of their own, and
    /// a number must mean the same value in all of them. False when this one has numbered values by itself already.
    /// </summary>
    internal virtual bool SharesValuesOf(Label other) => true;

    /// <summary>Tells the label of an instrument that uses it.</summary>
    internal virtual void Attach(InstrumentRegistry registry, string metric)
    {
    }

    /// <summary>Keeps the places of all values, since whoever uses the label never lets go of one.</summary>
    internal virtual void KeepPlaces()
    {
    }

    /// <summary>Tells the label that a series with this value is shown from now on.</summary>
    internal virtual void Shown(int index)
    {
    }

    /// <summary>Tells the label that a series with this value has been removed, and whether it was shown.</summary>
    internal virtual void Removed(int index, bool wasShown)
    {
    }
}
