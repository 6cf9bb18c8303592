namespace Instrumentation.Metrics.Labels;

/// <summary>A label whose values are all known at compile time; whoever uses it has the number of a value already.</summary>
/// <remarks>
/// Made in static initializers of generated code, where an exception would take the program down with it: what is wrong with the label is found when something is
/// made with it.
/// </remarks>
internal sealed class DeclaredLabel : Label
{
    private readonly int _declared;
    private readonly string[] _values;

    internal DeclaredLabel(string name, string[] values, bool hasNone, bool hasOther)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(values);
        _declared = values.Length;
        _values = [.. values, .. hasNone ? [None] : Array.Empty<string>(), .. hasOther ? [Other] : Array.Empty<string>()];
    }

    /// <inheritdoc/>
    /// <remarks>1 even if there is no value, so that arithmetic over it stays sound until it is refused.</remarks>
    public override int Count => Math.Max(1, _values.Length);

    internal override string ValueAt(int index) => index < _values.Length ? _values[index] : Other;

    internal override bool IsDeclared(int index) => index < _declared;

    internal override bool Matches(Label other) =>
        other is DeclaredLabel label && label.Name == Name && label._declared == _declared && label._values.AsSpan().SequenceEqual(_values);

    internal override string? FindProblem()
    {
        if (_values.Length == 0)
        {
            return $"the label '{Name}' has no value";
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in _values)
        {
            if (value is null)
            {
                return $"the label '{Name}' declares null; null reads '{None}' by itself";
            }

            if (!seen.Add(value))
            {
                return $"the label '{Name}' has the value '{value}' twice";
            }
        }

        return MetricNames.FindLabelProblem(Name);
    }
}
