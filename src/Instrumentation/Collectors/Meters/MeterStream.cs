using System.Runtime.CompilerServices;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Collectors.Meters;

/// <summary>The series of one instrument of a meter; of several, where meters of one name have made the same instrument more than once.</summary>
internal abstract class MeterStream : ISeriesSource
{
    private static readonly KeyValuePair<string, string>[] s_overflowLabels = [KeyValuePair.Create("otel_metric_overflow", "true")];

    private readonly Lock _gate = new();
    private readonly InstrumentRegistry _registry;
    private readonly MetricDefinition _definition;
    private readonly KeyValuePair<string, object?>[] _fixedTags;
    private readonly int _limit;
    private readonly Stack<CellRun> _spare = new();
    private Dictionary<string, TagSeries> _byText = new(StringComparer.Ordinal);
    private TagSetTable _sets = new();
    private LabelTable _labels = new();
    private TagSeries[] _series = [];
    private TagSeries? _overflow;
    private MetricFamily? _family;
    private int _count;
    private bool _noticed;

    protected MeterStream(InstrumentRegistry registry, MetricDefinition definition, KeyValuePair<string, object?>[] fixedTags, int limit)
    {
        _registry = registry;
        _definition = definition;
        _fixedTags = fixedTags;
        _limit = limit;
    }

    /// <summary>How many instruments feed it. Kept by whoever makes streams.</summary>
    internal int Users { get; set; }

    protected string Name => _definition.Name;

    /// <summary>How many cells a series has; 0 when its value is kept with it.</summary>
    protected virtual int CellCount => 0;

    /// <summary>How many of a series' cells hold a double.</summary>
    protected virtual int RealCells => 0;

    void ISeriesSource.Collect(SnapshotBuilder builder)
    {
        // Keeps series from being retired meanwhile. Measurements wait only where they come with new tags.
        lock (_gate)
        {
            for (var i = 0; i < _count; i++)
            {
                var series = _series[i];
                if (Shows(series))
                {
                    if (!_labels.Has(i))
                    {
                        _labels.Add(i, series.Labels);
                    }

                    Collect(builder, _labels, series);
                }
            }
        }
    }

    internal abstract void Record(long value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    internal abstract void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags);

    /// <summary>Puts its series into snapshots. The family may be another one each time: somebody else may have had the name meanwhile.</summary>
    internal void Show() => _family = _registry.Share(_definition, this);

    /// <summary>Takes its series out of snapshots. What comes in later starts from nothing, as in a new process.</summary>
    internal void Retire()
    {
        _family?.Remove(this);
        lock (_gate)
        {
            for (var i = 0; i < _count && CellCount > 0; i++)
            {
                _spare.Push(_series[i].Cells);
            }

            // New ones for snapshots that still read the old.
            _count = 0;
            _series = [];
            _labels = new LabelTable();
            _byText = new(StringComparer.Ordinal);
            Volatile.Write(ref _overflow, null);
            Volatile.Write(ref _sets, new TagSetTable());
        }
    }

    protected abstract void Collect(SnapshotBuilder builder, LabelTable labels, TagSeries series);

    protected virtual bool Shows(TagSeries series) => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected TagSeries Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var hash = tags.IsEmpty ? 0 : TagHash.Of(tags);
        return Volatile.Read(ref _sets).Find(tags, hash) ?? Add(tags, hash);
    }

    protected void Reject() => _registry.Self.ValueRejected(Name);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TagSeries Add(ReadOnlySpan<KeyValuePair<string, object?>> tags, uint hash)
    {
        // Past the limit this is the path of every measurement with new tags, so it takes no lock then.
        if (Volatile.Read(ref _overflow) is { } overflow)
        {
            _registry.Self.LabelOverflowed(Name);
            return overflow;
        }

        lock (_gate)
        {
            if (_sets.Find(tags, hash) is { } known)
            {
                return known;
            }

            if (_sets.Count >= _limit)
            {
                _registry.Self.LabelOverflowed(Name);
                NoteOverflow();
                return _overflow ?? MakeOverflow();
            }

            var labels = TagText.Labels(_fixedTags, tags);
            var text = string.Join('\n', labels.Select(static label => $"{label.Key}\0{label.Value}"));
            if (!_byText.TryGetValue(text, out var series))
            {
                // Tags that differ and read the same, as 200 and "200", are one series.
                series = Make(labels);
                _byText.Add(text, series);
            }

            _sets.Add(new TagSet(tags, hash, series));
            return series;
        }
    }

    private TagSeries MakeOverflow()
    {
        var series = Make(s_overflowLabels);
        Volatile.Write(ref _overflow, series);
        return series;
    }

    private TagSeries Make(KeyValuePair<string, string>[] labels)
    {
        var cells = CellCount == 0 ? default
            : _spare.TryPop(out var spare) ? spare.Again(CellCount)
            : CellRun.Allocate(CellCount, RealCells);
        var series = new TagSeries(_count, labels) { Cells = cells };
        if (_count == _series.Length)
        {
            Array.Resize(ref _series, Math.Max(4, _count * 2));
        }

        _series[_count++] = series;
        return series;
    }

    private void NoteOverflow()
    {
        if (!_noticed)
        {
            _noticed = true;
            _registry.Notices.Add(
                $"'{Name}' of a meter has had {_limit} combinations of tags, its limit; every further one goes to the series otel_metric_overflow=\"true\".");
        }
    }
}
