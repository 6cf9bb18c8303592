namespace Instrumentation.Metrics.Labels;

internal sealed class EnumLabel<T> : Label<T>
    where T : struct, Enum
{
    private readonly Dictionary<T, int> _indexes;
    private readonly string[] _values;

    internal EnumLabel(string name, T[] members, string[] values)
        : base(name, members.Length == 0 ? 0 : LabelIndex<T>.Numeric(members[0]), DenseLength(members))
    {
        if (members.Length != values.Length)
        {
            throw new ArgumentException($"Label '{name}' has {members.Length} enum members and {values.Length} values.", nameof(values));
        }

        DeclaredValues.Validate(name, values);
        _values = values;
        _indexes = new Dictionary<T, int>(members.Length);
        for (var i = 0; i < members.Length; i++)
        {
            if (!_indexes.TryAdd(members[i], i))
            {
                throw new ArgumentException($"Label '{name}' has the enum member '{members[i]}' twice.", nameof(members));
            }
        }
    }

    /// <inheritdoc/>
    public override int Count => _values.Length + 1;

    internal override string ValueAt(int index) => index < _values.Length ? _values[index] : Other;

    internal override bool IsDeclared(int index) => index < _values.Length;

    internal override bool Matches(Label other) =>
        other is EnumLabel<T> label && label.Name == Name && label._values.AsSpan().SequenceEqual(_values)
        && _indexes.All(member => label._indexes.TryGetValue(member.Key, out var index) && index == member.Value);

    internal override int Find(T value) => _indexes.TryGetValue(value, out var index) ? index : _values.Length;

    private static int DenseLength(T[] members)
    {
        var length = 0;
        while (length < members.Length && LabelIndex<T>.Numeric(members[length]) == LabelIndex<T>.Numeric(members[0]) + length)
        {
            length++;
        }

        return length;
    }
}
