using System.Collections.Concurrent;

namespace Instrumentation.Games.Derived;

/// <summary>A <see cref="SlidingRatio"/> for each value of a label, which at each scrape sets a gauge with that label. Safe from any thread.</summary>
internal sealed class LabelledRatio
{
    private readonly ConcurrentDictionary<string, SlidingRatio> _byValue = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly int _limit;
    private readonly TimeSpan _length;
    private readonly Action<string?, double> _set;
    private readonly SlidingRatio _none;
    private readonly SlidingRatio _other;
    private Entry[] _entries = [];
    private bool _hasNone;
    private bool _hasOther;

    /// <param name="name">Under which a failure of the collector is counted.</param>
    /// <param name="limit">The limit of the gauge's label; values beyond it share one ratio here too.</param>
    /// <param name="length">How much of the past counts.</param>
    /// <param name="set">Sets the gauge.</param>
    internal LabelledRatio(string name, int limit, TimeSpan length, Action<string?, double> set)
    {
        _limit = limit;
        _length = length;
        _set = set;
        _none = new SlidingRatio(length);
        _other = new SlidingRatio(length);
        SnapshotCallbacks.Add(name, Collect);
    }

    internal void Count(string? value, long part, long whole)
    {
        if (value is null)
        {
            _hasNone = true;
            _none.Count(part, whole);
        }
        else
        {
            (_byValue.TryGetValue(value, out var known) ? known : Make(value)).Count(part, whole);
        }
    }

    private SlidingRatio Make(string value)
    {
        lock (_gate)
        {
            if (_byValue.TryGetValue(value, out var known))
            {
                return known;
            }

            if (_entries.Length == _limit)
            {
                _hasOther = true;
                return _other;
            }

            var ratio = new SlidingRatio(_length);
            Volatile.Write(ref _entries, [.. _entries, new Entry(value, ratio)]);
            return _byValue[value] = ratio;
        }
    }

    private void Collect()
    {
        foreach (var (value, ratio) in Volatile.Read(ref _entries))
        {
            _set(value, ratio.Read());
        }

        if (_hasNone)
        {
            _set(null, _none.Read());
        }

        // After the others, which take up the limit of the gauge's label: whatever name this one bears, it reads `other`.
        if (_hasOther)
        {
            _set(Metrics.Label.Other, _other.Read());
        }
    }

    private sealed record Entry(string Value, SlidingRatio Ratio);
}
