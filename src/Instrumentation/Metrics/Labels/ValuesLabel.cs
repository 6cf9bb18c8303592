using System.Collections.Frozen;

namespace Instrumentation.Metrics.Labels;

internal sealed class ValuesLabel : Label<string?>
{
    private readonly FrozenDictionary<string, int> _indexes;
    private readonly string[] _values;

    internal ValuesLabel(string name, string[] values)
        : base(name, first: 0, dense: 0)
    {
        ArgumentNullException.ThrowIfNull(values);
        DeclaredValues.Validate(name, values);
        _values = [.. values];
        _indexes = _values.Select((value, index) => KeyValuePair.Create(value, index)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public override int Count => _values.Length + 2;

    internal override string ValueAt(int index) =>
        index < _values.Length ? _values[index] : index == _values.Length ? None : Other;

    internal override bool IsDeclared(int index) => index < _values.Length;

    internal override bool Matches(Label other) =>
        other is ValuesLabel label && label.Name == Name && label._values.AsSpan().SequenceEqual(_values);

    internal override int Find(string? value) =>
        value is null ? _values.Length : _indexes.TryGetValue(value, out var index) ? index : _values.Length + 1;
}
