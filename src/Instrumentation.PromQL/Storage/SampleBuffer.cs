using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Storage;

/// <summary>Samples of one series in order of time, in arrays that are used again. Not thread-safe.</summary>
public sealed class SampleBuffer
{
    private long[] _times = [];
    private double[] _values = [];
    private long[]? _startTimes;
    private NativeHistogram?[]? _histograms;

    /// <summary>How many samples it holds.</summary>
    public int Count { get; private set; }

    /// <summary>Times in milliseconds since 1970, ascending.</summary>
    public ReadOnlySpan<long> Times => _times.AsSpan(0, Count);

    /// <summary>The values.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>When the counter behind each sample started at zero, in milliseconds since 1970; 0 where unknown. Empty if none is known.</summary>
    public ReadOnlySpan<long> StartTimes => _startTimes is null ? default : _startTimes.AsSpan(0, Count);

    /// <summary>The native histograms among the samples, null where a sample is a number. Empty if there is none.</summary>
    public ReadOnlySpan<NativeHistogram?> Histograms => _histograms is null ? default : _histograms.AsSpan(0, Count);

    /// <summary>Forgets the samples and keeps the arrays.</summary>
    public void Clear()
    {
        Count = 0;
        _startTimes = null;
        _histograms = null;
    }

    /// <summary>Appends a sample that is later than all before it.</summary>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="value">The value.</param>
    /// <param name="startTime">When its counter started at zero; 0 if unknown.</param>
    public void Add(long time, double value, long startTime = 0)
    {
        if (Count == _times.Length)
        {
            Grow();
        }

        if (startTime != 0)
        {
            _startTimes ??= new long[_times.Length];
        }

        if (_startTimes is not null)
        {
            _startTimes[Count] = startTime;
        }

        _times[Count] = time;
        _values[Count++] = value;
    }

    /// <summary>Appends a native histogram that is later than all before it.</summary>
    /// <param name="time">Milliseconds since 1970.</param>
    /// <param name="histogram">The histogram.</param>
    /// <param name="startTime">When its counter started at zero; 0 if unknown.</param>
    public void Add(long time, NativeHistogram histogram, long startTime = 0)
    {
        Add(time, 0.0, startTime);
        _histograms ??= new NativeHistogram?[_times.Length];
        _histograms[Count - 1] = histogram;
    }

    /// <summary>Compares histograms that follow each other, and sets the hints of those that have none.</summary>
    internal void FindResets()
    {
        NativeHistogram? previous = null;
        for (var i = 0; _histograms is not null && i < Count; i++)
        {
            if (_histograms[i] is not { } histogram)
            {
                continue;
            }

            if (previous is not null && histogram.Hint == CounterResetHint.Unknown)
            {
                var isReset = HistogramResets.IsReset(histogram, previous);
                _histograms[i] = histogram.WithHint(isReset ? CounterResetHint.Reset : CounterResetHint.NotReset);
            }

            previous = histogram;
        }
    }

    private void Grow()
    {
        var length = Math.Max(16, _times.Length * 2);
        Array.Resize(ref _times, length);
        Array.Resize(ref _values, length);
        if (_startTimes is not null)
        {
            Array.Resize(ref _startTimes, length);
        }

        if (_histograms is not null)
        {
            Array.Resize(ref _histograms, length);
        }
    }
}
