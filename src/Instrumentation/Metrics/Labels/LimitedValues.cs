namespace Instrumentation.Metrics.Labels;

/// <summary>The values of a <see cref="LimitedLabel"/>, which labels of one registration share, and the report that there are too many.</summary>
internal sealed class LimitedValues(string label, int limit)
{
    private readonly StringIndex _index = new(limit);
    private Report? _report;

    /// <summary>How many values have a number.</summary>
    internal int Count => _index.Count;

    internal string this[int index] => _index[index];

    /// <summary>The number of a value; −1 when it has none.</summary>
    internal int Find(string value) => _index.Find(value);

    /// <remarks>A label that several metrics share reports under the first.</remarks>
    internal void Attach(InstrumentRegistry registry, string metric) => Interlocked.CompareExchange(ref _report, new Report(registry, metric), null);

    /// <summary>Gives a value its number, the one it has or a new one; −1, which is reported, past the limit.</summary>
    internal int Add(string value)
    {
        var index = _index.Add(value);
        if (index < 0)
        {
            Volatile.Read(ref _report)?.Overflowed(label, limit);
        }

        return index;
    }

    private sealed class Report(InstrumentRegistry registry, string metric)
    {
        private int _noted;

        internal void Overflowed(string label, int limit)
        {
            registry.Self.LabelOverflowed(metric);
            if (Interlocked.Exchange(ref _noted, 1) == 0)
            {
                registry.Notices.Add(
                    $"Label '{label}' of '{metric}' has had {limit} distinct values, its limit; every further one reads '{Label.Other}'.");
            }
        }
    }
}
