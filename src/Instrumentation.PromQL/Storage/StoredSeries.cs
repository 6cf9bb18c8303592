namespace Instrumentation.PromQL.Storage;

/// <summary>One series of a <see cref="SampleStore"/>: a ring of compressed blocks. Thread-safe.</summary>
public sealed class StoredSeries : ISampleSeries
{
    private readonly BlockPool _pool;
    private readonly Queue<SampleBlock> _sealed = new();
    private readonly Lock _lock = new();
    private SampleBlock? _head;
    private BlockEncoder _encoder;
    private double _last;
    private bool _hasBegun;
    private bool _isDropped;

    internal StoredSeries(Labels labels, BlockPool pool)
    {
        Labels = labels;
        _pool = pool;
    }

    /// <inheritdoc/>
    public Labels Labels { get; }

    /// <summary>Whether the store has dropped it.</summary>
    internal bool IsDropped
    {
        get
        {
            lock (_lock)
            {
                return _isDropped;
            }
        }
    }

    /// <summary>How many samples it holds, stale markers included.</summary>
    public int SampleCount
    {
        get
        {
            lock (_lock)
            {
                return _sealed.Sum(static block => block.Count) + (_head?.Count ?? 0);
            }
        }
    }

    /// <summary>Appends a sample, and drops blocks that are older than the store's retention.</summary>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="value">The value; any NaN but the stale marker is a value like others.</param>
    /// <returns>False if there is a sample at that time or later already, or the store has dropped the series: then get it anew.</returns>
    public bool Append(long time, double value)
    {
        lock (_lock)
        {
            if (_isDropped || (_head is not null && time <= _head.LastTime))
            {
                return false;
            }

            _head ??= _pool.Take();
            _hasBegun = true;
            if (!_encoder.TryAppend(_head, time, value))
            {
                _sealed.Enqueue(_head);
                DropBefore(time - _pool.Retention);
                MakeRoom();
                _head = _pool.Take();
                _encoder = default;
                _encoder.TryAppend(_head, time, value);
            }

            _last = value;
            return true;
        }
    }

    /// <summary>Says that the series has ended, so that queries do not see its last value for the rest of the lookback.</summary>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <returns>False if it had ended already, never begun, or has a sample at that time or later.</returns>
    public bool MarkStale(long time)
    {
        lock (_lock)
        {
            return _head is not null && !SpecialValues.IsStale(_last) && Append(time, SpecialValues.Stale);
        }
    }

    /// <inheritdoc/>
    public void Read(long after, long until, SampleBuffer buffer)
    {
        lock (_lock)
        {
            foreach (var block in _sealed)
            {
                ReadBlock(block, after, until, buffer);
            }

            if (_head is not null)
            {
                ReadBlock(_head, after, until, buffer);
            }
        }
    }

    /// <summary>Drops blocks whose samples are all before a time.</summary>
    /// <returns>Whether nothing is left of it.</returns>
    internal bool Trim(long before)
    {
        lock (_lock)
        {
            DropBefore(before);
            if (_sealed.Count == 0 && _head is not null && _head.LastTime < before)
            {
                _pool.Give(_head);
                _head = null;
                _encoder = default;
            }

            // One that was only just made is about to get its first sample.
            _isDropped = _head is null && _hasBegun;
            return _isDropped;
        }
    }

    /// <summary>Moves all samples in time.</summary>
    internal void Shift(long milliseconds)
    {
        lock (_lock)
        {
            foreach (var block in _sealed)
            {
                block.Shift(milliseconds);
            }

            _head?.Shift(milliseconds);
        }
    }

    /// <summary>The last times of the blocks that are complete, oldest first.</summary>
    internal void CollectSealed(List<long> lastTimes)
    {
        lock (_lock)
        {
            foreach (var block in _sealed)
            {
                lastTimes.Add(block.LastTime);
            }
        }
    }

    /// <inheritdoc/>
    public void ReadNewest(long after, long until, SampleBuffer buffer)
    {
        lock (_lock)
        {
            if (_head is null || _head.LastTime > until)
            {
                Read(after, until, buffer);
            }
            else if (_head.LastTime > after)
            {
                buffer.Add(_head.LastTime, _last);
            }
        }
    }

    // A store that nobody trims must not grow without bound either.
    private void MakeRoom()
    {
        if (_pool.IsOverBudget && _sealed.TryDequeue(out var oldest))
        {
            _pool.Give(oldest);
        }
    }

    private void DropBefore(long before)
    {
        while (_sealed.TryPeek(out var oldest) && oldest.LastTime < before)
        {
            _pool.Give(_sealed.Dequeue());
        }
    }

    private static void ReadBlock(SampleBlock block, long after, long until, SampleBuffer buffer)
    {
        if (block.LastTime > after && block.FirstTime <= until)
        {
            BlockDecoder.Read(block, after, until, buffer);
        }
    }
}
