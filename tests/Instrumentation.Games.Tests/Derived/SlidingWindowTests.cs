using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Tests.Derived;

/// <summary>The figures are worked out by hand from the definitions in docs/games.md.</summary>
public sealed class SlidingWindowTests
{
    private static readonly TimeSpan s_fiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public void Until_the_window_is_full_everything_counts()
    {
        var window = new SlidingWindow(s_fiveMinutes, TimeSpan.Zero);

        Assert.Equal(0.25, window.Advance(Seconds(10), 1, 4).Ratio);
        Assert.Equal(0.5, window.Advance(Seconds(299), 5, 10).Ratio);
    }

    [Fact]
    public void What_is_older_than_the_window_no_longer_counts()
    {
        var window = new SlidingWindow(s_fiveMinutes, TimeSpan.Zero);
        window.Advance(Seconds(0), 0, 0);
        window.Advance(Seconds(60), 90, 100); // 90 of 100 in the first minute
        window.Advance(Seconds(120), 90, 100);

        // Five minutes after the reading at 60 s: since then 5 of 10.
        var rise = window.Advance(Seconds(360), 95, 110);

        Assert.Equal(new Rise(5, 10, Seconds(300)), rise);
        Assert.Equal(0.5, rise.Ratio);
    }

    [Fact]
    public void Baseline_is_the_latest_reading_that_is_old_enough()
    {
        var window = new SlidingWindow(s_fiveMinutes, TimeSpan.Zero);
        for (var second = 10; second <= 600; second += 10)
        {
            window.Advance(Seconds(second), 0, second);
        }

        Assert.Equal(new Rise(0, 305, Seconds(305)), window.Advance(Seconds(605), 0, 605));
    }

    [Fact]
    public void Readings_that_are_rare_make_the_window_longer()
    {
        var window = new SlidingWindow(s_fiveMinutes, TimeSpan.Zero);
        window.Advance(Seconds(3600), 10, 100);

        Assert.Equal(new Rise(5, 10, Seconds(3600)), window.Advance(Seconds(7200), 15, 110));
    }

    [Fact]
    public void Frequent_readings_neither_grow_nor_distort_it()
    {
        var window = new SlidingWindow(s_fiveMinutes, TimeSpan.Zero);
        var rise = default(Rise);
        for (var millisecond = 0; millisecond <= 900_000; millisecond += 100)
        {
            rise = window.Advance(TimeSpan.FromMilliseconds(millisecond), millisecond, millisecond * 2.0);
        }

        Assert.Equal(0.5, rise.Ratio);
        Assert.InRange(rise.Time, s_fiveMinutes, s_fiveMinutes + Seconds(10));
    }

    [Fact]
    public void Share_of_nothing_is_no_number()
    {
        var window = new SlidingWindow(s_fiveMinutes, TimeSpan.Zero);
        window.Advance(Seconds(10), 1, 2);
        window.Advance(Seconds(300), 1, 2);

        Assert.True(double.IsNaN(window.Advance(Seconds(310), 1, 2).Ratio));
    }

    [Fact]
    public void Rise_an_hour_is_by_the_time_that_there_is()
    {
        var window = new SlidingWindow(TimeSpan.FromHours(1), TimeSpan.Zero, whole: 100);

        Assert.Equal(0, window.Advance(TimeSpan.Zero, 0, 100).PerHour);
        Assert.Equal(40, window.Advance(TimeSpan.FromMinutes(30), 0, 120).PerHour); // 20 in half an hour
        Assert.Equal(30, window.Advance(TimeSpan.FromMinutes(60), 0, 130).PerHour);
        Assert.Equal(0, window.Advance(TimeSpan.FromMinutes(90), 0, 120).PerHour); // as much as an hour ago
        Assert.Equal(-10, window.Advance(TimeSpan.FromMinutes(120), 0, 120).PerHour);
    }

    [Fact]
    public void Advance_allocates_nothing()
    {
        var window = new SlidingWindow(s_fiveMinutes, TimeSpan.Zero);
        var second = 0;

        Assert.Equal(0, Allocations.LeastPerCall(() =>
        {
            second++;
            window.Advance(Seconds(second), second, second);
        }));
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
