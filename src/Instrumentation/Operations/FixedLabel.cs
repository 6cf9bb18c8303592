namespace Instrumentation.Operations;

/// <summary>A label whose values are all known at compile time.</summary>
internal sealed class FixedLabel : OperationLabel
{
    private readonly int _declared;
    private readonly string[] _values;

    internal FixedLabel(string name, string[] declared, bool hasNone, bool hasOther)
        : base(name)
    {
        ArgumentNullException.ThrowIfNull(declared);
        _declared = declared.Length;
        _values = [.. declared, .. hasNone ? ["none"] : Array.Empty<string>(), .. hasOther ? ["other"] : Array.Empty<string>()];
    }

    /// <inheritdoc/>
    public override int Count => _values.Length;

    internal override string ValueAt(int index) => _values[index];

    internal override bool IsDeclared(int index) => index < _declared;

    internal override bool Matches(OperationLabel other) =>
        other is FixedLabel label && label.Name == Name && label._declared == _declared && label._values.AsSpan().SequenceEqual(_values);
}
