using Instrumentation.Metrics;
using Instrumentation.Metrics.Labels;

namespace Instrumentation.Operations;

/// <summary>The values of a <see cref="BoundedLabel"/>, which the overloads of a method share, and the report that there are too many.</summary>
internal sealed class BoundedValues(int limit)
{
    private readonly StringIndex _index = new(limit);
    private Report? _report;

    /// <summary>The string at an index; <c>other</c> at the limit.</summary>
    internal string this[int index] => index < _index.Count ? _index[index] : Label.Other;

    internal int IndexOf(string value)
    {
        var index = _index.Find(value);
        return index >= 0 ? index : Add(value);
    }

    internal void Attach(InstrumentRegistry registry, string label, string operation) =>
        Volatile.Write(ref _report, new Report(registry, label, operation));

    private int Add(string value)
    {
        var index = _index.Add(value);
        if (index >= 0)
        {
            return index;
        }

        Volatile.Read(ref _report)?.Overflowed(limit);
        return limit;
    }

    private sealed class Report(InstrumentRegistry registry, string label, string operation)
    {
        private int _noted;

        internal void Overflowed(int limit)
        {
            registry.Self.LabelOverflowed(operation);
            if (Interlocked.Exchange(ref _noted, 1) == 0)
            {
                registry.Notices.Add(
                    $"Label '{label}' of the operation '{operation}' has had {limit} distinct values, its limit; every further one reads '{Label.Other}'.");
            }
        }
    }
}
