namespace Instrumentation.Metrics.Labels;

internal sealed class LimitedLabel : Label<string?>
{
    private const int Greatest = 10_000;
    private readonly StringIndex _index;
    private readonly int _limit;
    private InstrumentRegistry? _registry;
    private string? _metric;
    private int _overflowNoticed;

    internal LimitedLabel(string name, int limit)
        : base(name, first: 0, dense: 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, Greatest);
        _limit = limit;
        _index = new StringIndex(limit);
    }

    /// <inheritdoc/>
    public override int Count => _limit + 2;

    /// <remarks>A number that no value has yet can only come from a caller who made it up; its series gets a label of its own all the same.</remarks>
    internal override string ValueAt(int index) =>
        index == _limit ? None : index > _limit ? Other : index < _index.Count ? _index[index] : $"unassigned {index}";

    internal override bool IsDeclared(int index) => false;

    internal override bool Matches(Label other) => other is LimitedLabel label && label.Name == Name && label._limit == _limit;

    /// <remarks>A label that several metrics share reports under the first.</remarks>
    internal override void Attach(InstrumentRegistry registry, string metric)
    {
        if (Interlocked.CompareExchange(ref _metric, metric, null) is null)
        {
            Volatile.Write(ref _registry, registry);
        }
    }

    internal override int Find(string? value)
    {
        if (value is null)
        {
            return _limit;
        }

        var index = _index.Find(value);
        return index >= 0 ? index : Add(value);
    }

    private int Add(string value)
    {
        var index = _index.Add(value);
        if (index >= 0)
        {
            return index;
        }

        if (Volatile.Read(ref _registry) is { } registry)
        {
            registry.Self.LabelOverflowed(_metric!);
            if (Interlocked.Exchange(ref _overflowNoticed, 1) == 0)
            {
                registry.Notices.Add(
                    $"Label '{Name}' of '{_metric}' has had {_limit} distinct values, its limit; every further one reads '{Other}'.");
            }
        }

        return _limit + 1;
    }
}
