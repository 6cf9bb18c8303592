namespace Instrumentation.PromQL.Storage;

/// <summary>Samples in memory (numbers, not native histograms), compressed, and bounded in time, series and bytes. Thread-safe.</summary>
/// <remarks>A sample that repeats the one before costs two bits, one with a new value two to nine bytes; a series at least 600 bytes.</remarks>
public sealed class SampleStore : ISampleSource
{
    // Making room is work, so it makes some to spare.
    private const double KeptWhenFull = 0.9;

    private readonly SampleStoreOptions _options;
    private readonly BlockPool _pool;
    private readonly LabelIndex _index = new();
    private readonly Lock _lock = new();
    private long _version;
    private long _refused;

    /// <summary>Creates an empty store.</summary>
    /// <param name="options">What it may hold; null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not above 0.</exception>
    public SampleStore(SampleStoreOptions? options = null)
    {
        _options = options ?? new SampleStoreOptions();
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(_options.Retention, TimeSpan.Zero, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxSeries, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxBytes, 1, nameof(options));
        _pool = new BlockPool(_options.MaxBytes) { Retention = (long)_options.Retention.TotalMilliseconds };
    }

    /// <inheritdoc/>
    public long SeriesVersion => Volatile.Read(ref _version);

    /// <summary>How many series it holds.</summary>
    public int SeriesCount
    {
        get
        {
            lock (_lock)
            {
                return _index.Count;
            }
        }
    }

    /// <summary>How much memory the samples take, in bytes.</summary>
    public long UsedBytes => _pool.UsedBytes;

    /// <summary>How many series were refused because there were too many.</summary>
    public long RefusedSeries => Volatile.Read(ref _refused);

    /// <summary>How long samples are kept; above 0. What is older goes at the next <see cref="Trim"/>.</summary>
    public TimeSpan Retention
    {
        get => TimeSpan.FromMilliseconds(_pool.Retention);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(value, TimeSpan.Zero);
            _pool.Retention = (long)value.TotalMilliseconds;
        }
    }

    /// <summary>Moves all samples in time, after the clock that they were taken by has been set.</summary>
    /// <param name="by">How far; negative for back.</param>
    /// <remarks>Not to be called while queries are evaluated on the store: they would see samples of before and after.</remarks>
    public void ShiftTime(TimeSpan by)
    {
        lock (_lock)
        {
            foreach (var series in _index.All)
            {
                series.Shift((long)by.TotalMilliseconds);
            }
        }
    }

    /// <summary>The series with these labels; made if need be. Keep it to append to it without looking it up.</summary>
    /// <param name="labels">The labels, the metric's name among them.</param>
    /// <returns>Null if there are as many series as there may be.</returns>
    public StoredSeries? GetOrAdd(Labels labels)
    {
        lock (_lock)
        {
            if (_index.TryFind(labels, out var known))
            {
                return known;
            }

            if (_index.Count >= _options.MaxSeries)
            {
                Interlocked.Increment(ref _refused);
                return null;
            }

            var series = new StoredSeries(labels, _pool);
            _index.Add(series);
            Interlocked.Increment(ref _version);
            return series;
        }
    }

    /// <summary>Appends a sample to the series with these labels.</summary>
    /// <param name="labels">The labels, the metric's name among them.</param>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="value">The value.</param>
    /// <returns>False if the series was refused, or has a sample at that time or later already.</returns>
    public bool Append(Labels labels, long time, double value)
    {
        while (GetOrAdd(labels) is { } series)
        {
            if (series.Append(time, value))
            {
                return true;
            }

            if (!series.IsDropped)
            {
                return false;
            }

            // It was trimmed away just now; the next one is new.
        }

        return false;
    }

    /// <inheritdoc/>
    public void Select(IReadOnlyList<SeriesMatcher> matchers, List<ISampleSeries> series)
    {
        lock (_lock)
        {
            _index.Select(matchers, series);
        }
    }

    /// <summary>The names of all labels, sorted.</summary>
    public IReadOnlyList<string> LabelNames()
    {
        lock (_lock)
        {
            return [.. _index.Names.Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>The values that a label has, sorted.</summary>
    /// <param name="name">The label.</param>
    public IReadOnlyList<string> LabelValues(string name)
    {
        lock (_lock)
        {
            return [.. _index.ValuesOf(name).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Drops what is too old or too much, and series of which nothing is left. To be called now and then, such as at each sampling.</summary>
    /// <param name="now">Milliseconds since 1970.</param>
    /// <remarks>A <see cref="StoredSeries"/> that was dropped refuses samples; get it anew.</remarks>
    public void Trim(long now)
    {
        lock (_lock)
        {
            Drop(now - _pool.Retention);
            if (_pool.IsOverBudget)
            {
                Drop(TimeToDropBefore());
            }
        }
    }

    private void Drop(long before)
    {
        var gone = _index.All.Where(series => series.Trim(before)).ToList();
        foreach (var series in gone)
        {
            _index.Remove(series);
        }

        if (gone.Count > 0)
        {
            Interlocked.Increment(ref _version);
        }
    }

    // Blocks that are still being filled stay: each series keeps its newest samples.
    private long TimeToDropBefore()
    {
        var lastTimes = new List<long>();
        foreach (var series in _index.All)
        {
            series.CollectSealed(lastTimes);
        }

        lastTimes.Sort();
        var excess = (int)Math.Ceiling((_pool.UsedBytes - (_options.MaxBytes * KeptWhenFull)) / SampleBlock.Bytes);
        return lastTimes.Count == 0 ? long.MinValue : lastTimes[Math.Clamp(excess, 1, lastTimes.Count) - 1] + 1;
    }
}
