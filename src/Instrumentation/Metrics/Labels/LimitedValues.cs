namespace Instrumentation.Metrics.Labels;

/// <summary>
/// The values of a <see cref="LimitedLabel"/>, which labels of one registration share: their numbers, how many series show each, and the report that there are too many.
/// </summary>
internal sealed class LimitedValues(string label, int limit)
{
    private readonly StringIndex _index = new(limit);
    private readonly List<int> _unused = [];
    private readonly List<int> _retired = [];

    /// <summary>How many series show each value. Changed by one snapshot at a time.</summary>
    private int[] _shown = [];
    private Report? _report;
    private bool _isPinned;

    /// <summary>How many values have had a number.</summary>
    internal int Count => _index.Count;

    /// <summary>Whether all values keep their places.</summary>
    internal bool IsPinned => Volatile.Read(ref _isPinned);

    internal string this[int index] => _index[index];

    /// <summary>The number of a value; −1 when it has none.</summary>
    internal int Find(string value) => _index.Find(value);

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

    /// <remarks>
    /// A label that several metrics share reports under the first. Between registries nobody can tell whether a value is still shown, so its place is kept.
    /// </remarks>
    internal void Attach(InstrumentRegistry registry, string metric)
    {
        var report = Interlocked.CompareExchange(ref _report, new Report(registry, metric), null);
        if (report is not null && report.Registry != registry)
        {
            Pin();
        }
    }

    /// <summary>Keeps the places of all values for good.</summary>
    internal void Pin() => Volatile.Write(ref _isPinned, true);

    /// <summary>Notes that one more series of a value is shown.</summary>
    internal void Shown(int index)
    {
        if (index >= _shown.Length)
        {
            Array.Resize(ref _shown, Math.Min(limit, Math.Max(index + 1, _shown.Length * 2)));
        }

        if (_shown[index]++ == 0)
        {
            // If it was retired, it was counted by a thread that had looked its number up before.
            _index.Revive(index);
        }
    }

    /// <summary>Notes that a series of a value has been removed, and whether it was shown.</summary>
    internal void Removed(int index, bool wasShown)
    {
        if (wasShown)
        {
            _shown[index]--;
        }

        if (!IsShown(index) && !IsPinned && Volatile.Read(ref _report) is { } report)
        {
            _unused.Add(index);
            report.Registry.Places.Note(this);
        }
    }

    /// <summary>Takes the values that no series shows any more out of use. Returns whether there are such.</summary>
    internal bool Retire()
    {
        foreach (var index in _unused)
        {
            if (!IsShown(index))
            {
                _index.Retire(index);
                _retired.Add(index);
            }
        }

        _unused.Clear();
        return _retired.Count > 0;
    }

    /// <summary>Frees the places of retired values that have stayed unused. Nobody may know their numbers any more, but for their own values.</summary>
    internal void Free()
    {
        foreach (var index in _retired)
        {
            if (!IsShown(index))
            {
                _index.Free(index);
            }
        }

        _retired.Clear();
    }

    private bool IsShown(int index) => index < _shown.Length && _shown[index] > 0;

    private sealed class Report(InstrumentRegistry registry, string metric)
    {
        private int _noted;

        internal InstrumentRegistry Registry => registry;

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
