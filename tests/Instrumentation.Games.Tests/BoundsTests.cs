namespace Instrumentation.Games.Tests;

/// <summary>What must stay small: memory for a record, series for a metric.</summary>
public sealed class BoundsTests
{
    [Fact]
    public void Recording_everything_allocates_nothing() => Assert.Equal("0", GameProgram.Scrape("Mmofps", "allocation"));

    [Fact]
    public void Flood_of_label_values_stays_within_the_limits()
    {
        var lines = GameProgram.Scrape("Mmofps", "flood").Split('\n');

        Assert.Equal(51, lines.Count(line => line.StartsWith("mmofps_cache_hit_rate{", StringComparison.Ordinal)));
        Assert.InRange(lines.Count(line => line.StartsWith("mmofps_weapon_switch_time_seconds_count{", StringComparison.Ordinal)), 26, 1000);

        // Of the 9,950 values past the limit of 50, every fourth was a hit: 2,487.
        Assert.Contains(FormattableString.Invariant($"mmofps_cache_hit_rate{{cache_type=\"other\"}} {2487.0 / 9950}"), lines);
    }
}
