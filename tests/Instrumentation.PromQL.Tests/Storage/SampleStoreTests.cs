using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Storage;

public sealed class SampleStoreTests
{
    private static readonly Labels s_labels = Labels.From([new("__name__", "x"), new("a", "1")]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Gives_back_every_bit(int seed)
    {
        var random = new Random(seed);
        var store = new SampleStore(new SampleStoreOptions { Retention = TimeSpan.FromDays(36500) });
        var expected = new List<(long Time, long Bits)>();
        var time = -50_000L;
        var value = 0.0;
        for (var i = 0; i < 5000; i++)
        {
            time += random.Next(10) switch { 0 => random.NextInt64(1, 1L << 30), < 3 => random.Next(1, 9000), _ => 5000 };
            value = random.Next(8) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
                1 => SpecialValues.Stale,
                2 => random.NextDouble(),
                < 6 => value + 1,
                _ => value,
            };
            Assert.True(store.Append(s_labels, time, value));
            expected.Add((time, BitConverter.DoubleToInt64Bits(value)));
        }

        Assert.Equal(expected, ReadAll(store, long.MinValue, long.MaxValue));
        var (after, until) = (expected[1234].Time, expected[2345].Time);
        Assert.Equal(expected[1235..2346], ReadAll(store, after, until));
    }

    [Fact]
    public void Refuses_samples_out_of_order()
    {
        var store = new SampleStore();

        Assert.True(store.Append(s_labels, 1000, 1));
        Assert.False(store.Append(s_labels, 1000, 2));
        Assert.False(store.Append(s_labels, 999, 2));
        Assert.Equal([(1000L, BitConverter.DoubleToInt64Bits(1))], ReadAll(store, 0, 5000));
    }

    [Fact]
    public void Ends_a_series_once()
    {
        var store = new SampleStore();
        var series = store.GetOrAdd(s_labels)!;

        Assert.False(series.MarkStale(500));
        series.Append(1000, 1);
        Assert.True(series.MarkStale(2000));
        Assert.False(series.MarkStale(3000));
        Assert.Equal(2, series.SampleCount);
    }

    [Fact]
    public void Refuses_series_beyond_the_limit()
    {
        var store = new SampleStore(new SampleStoreOptions { MaxSeries = 1 });

        Assert.NotNull(store.GetOrAdd(s_labels));
        Assert.Null(store.GetOrAdd(s_labels.With("a", "2")));
        Assert.Same(store.GetOrAdd(s_labels), store.GetOrAdd(s_labels.With("b", "")));
        Assert.Equal(1, store.RefusedSeries);
    }

    [Fact]
    public void Forgets_what_is_older_than_the_retention()
    {
        var store = new SampleStore(new SampleStoreOptions { Retention = TimeSpan.FromMinutes(10) });
        for (var i = 0; i < 10_000; i++)
        {
            store.Append(s_labels, i * 1000L, i);
        }

        // Whole blocks go, so somewhat more than asked for stays.
        var times = ReadAll(store, long.MinValue, long.MaxValue).ConvertAll(static sample => sample.Time);
        Assert.InRange(times[0], 10_000_000 - 600_000 - 520_000, 10_000_000 - 600_000);
        Assert.Equal(9_999_000, times[^1]);
    }

    [Fact]
    public void Drops_series_that_are_over_and_refuses_their_samples()
    {
        var store = new SampleStore(new SampleStoreOptions { Retention = TimeSpan.FromMinutes(1) });
        var series = store.GetOrAdd(s_labels)!;
        series.Append(1000, 1);
        var version = store.SeriesVersion;

        store.Trim(61_000);
        Assert.Equal(1, store.SeriesCount);
        store.Trim(61_001);

        Assert.Equal(0, store.SeriesCount);
        Assert.Equal(0, store.UsedBytes);
        Assert.Empty(store.LabelNames());
        Assert.NotEqual(version, store.SeriesVersion);
        Assert.False(series.Append(62_000, 2));
        Assert.True(store.Append(s_labels, 62_000, 2));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Stays_within_its_bytes(bool trims)
    {
        const long Budget = 200_000;
        var random = new Random(7);
        var store = new SampleStore(new SampleStoreOptions { MaxBytes = Budget, Retention = TimeSpan.FromDays(1) });
        for (var time = 0; time < 3000; time++)
        {
            for (var series = 0; series < 10; series++)
            {
                store.Append(s_labels.With("a", $"{series}"), time * 1000L, random.NextDouble());
            }

            if (trims)
            {
                store.Trim(time * 1000L);
            }

            Assert.True(store.UsedBytes <= Budget + (10 * 600), $"{store.UsedBytes} bytes at {time}");
        }

        Assert.True(store.UsedBytes > Budget * 0.7);
        Assert.Equal(2_999_000, ReadAll(store, long.MinValue, long.MaxValue)[^1].Time);
    }

    [Fact]
    public void A_sample_that_repeats_takes_little()
    {
        var store = new SampleStore();
        for (var i = 0; i < 720; i++)
        {
            store.Append(s_labels, i * 5000L, 42);
        }

        Assert.InRange(store.UsedBytes, 1, 720 * 3);
    }

    private static List<(long Time, long Bits)> ReadAll(SampleStore store, long after, long until)
    {
        var selected = new List<ISampleSeries>();
        store.Select([new SeriesMatcher(MatchKind.Equal, "__name__", "x")], selected);
        var buffer = new SampleBuffer();
        selected[0].Read(after, until, buffer);
        var samples = new List<(long, long)>();
        for (var i = 0; i < buffer.Count; i++)
        {
            samples.Add((buffer.Times[i], BitConverter.DoubleToInt64Bits(buffer.Values[i])));
        }

        return samples;
    }
}
