using Instrumentation.Metrics.Cells;

namespace Instrumentation.Metrics.Labels;

internal sealed class LimitedLabel : Label<string?>
{
    private const int Greatest = 10_000;
    private readonly int _limit;
    private LimitedValues _values;

    internal LimitedLabel(string name, int limit)
        : base(name, first: 0, dense: 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Greatest);
        _limit = limit;
        _values = new LimitedValues(name, limit);
    }

    /// <inheritdoc/>
    public override int Count => _limit + 2;

    internal override bool IsDynamic => true;

    internal override MetricCatalogLabel Describe() => new() { Name = Name, Values = [None, Other], Limit = _limit };

    /// <remarks>A number that no value has yet can only come from a caller who made it up; its series gets a label of its own all the same.</remarks>
    internal override string ValueAt(int index) =>
        index == _limit ? None : index > _limit ? Other : index < _values.Count ? _values[index] : $"unassigned {index}";

    internal override bool IsDeclared(int index) => false;

    internal override bool Matches(Label other) => other is LimitedLabel label && label.Name == Name && label._limit == _limit;

    internal override void Attach(InstrumentRegistry registry, string metric) => _values.Attach(registry, metric);

    internal override void KeepPlaces() => _values.Pin();

    internal override bool SharesValuesOf(Label other)
    {
        var shared = ((LimitedLabel)other)._values;
        if (shared != _values && _values.Count > 0)
        {
            return false;
        }

        Volatile.Write(ref _values, shared);
        return true;
    }

    internal override void Shown(int index)
    {
        if (index < _limit)
        {
            _values.Shown(index);
        }
    }

    internal override void Removed(int index, bool wasShown)
    {
        if (index < _limit)
        {
            _values.Removed(index, wasShown);
        }
    }

    internal override int Find(string? value)
    {
        // Operations keep all places, and do not say when they have used a number: a mark would hold up the places of other labels.
        if (!_values.IsPinned)
        {
            LookupGuard.Enter();
        }

        if (value is null)
        {
            return _limit;
        }

        var index = _values.Find(value);
        return index >= 0 ? index : Add(value);
    }

    internal override int Peek(string? value)
    {
        LookupGuard.Enter();
        return value is null || value == None ? _limit : value == Other ? _limit + 1 : _values.Find(value);
    }

    /// <remarks>A value that reads as one of the two that stand for others is that one: two series with the same labels are accepted by no scraper.</remarks>
    private int Add(string value) =>
        value == None ? _limit
        : value != Other && _values.Add(value) is var index and >= 0 ? index
        : _limit + 1;
}
