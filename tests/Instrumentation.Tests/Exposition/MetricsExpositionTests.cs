using System.Buffers;
using System.Text;
using Instrumentation.Exposition;
using Instrumentation.Metrics;

namespace Instrumentation.Tests.Exposition;

public sealed class MetricsExpositionTests
{
    [Fact]
    public void Prometheus_text_is_as_the_format_has_it() => Assert.Equal(
        """
        # TYPE everything gauge
        # HELP everything Infinite.
        everything +Inf
        # TYPE kills_total counter
        # HELP kills_total Kills \\ with a "quote"\nand a second line.
        kills_total{map="dust"} 0
        kills_total{map="a\\b\"c\nd"} 3
        kills_total{map="日本"} 0
        # TYPE nothing gauge
        # HELP nothing Not a number.
        nothing NaN
        # TYPE played_seconds_total counter
        # HELP played_seconds_total Time played.
        played_seconds_total 0.1
        # TYPE players gauge
        # HELP players Players.
        players{bot="false"} 0
        players{bot="true"} -4
        # TYPE tiny gauge
        # HELP tiny Tiny.
        tiny 5E-324
        # TYPE turn_seconds histogram
        # HELP turn_seconds Turns.
        turn_seconds_bucket{bot="false",le="1e-05"} 0
        turn_seconds_bucket{bot="false",le="0.25"} 1
        turn_seconds_bucket{bot="false",le="1"} 1
        turn_seconds_bucket{bot="false",le="1e+06"} 2
        turn_seconds_bucket{bot="false",le="1e+21"} 2
        turn_seconds_bucket{bot="false",le="+Inf"} 2
        turn_seconds_sum{bot="false"} 7.25
        turn_seconds_count{bot="false"} 2
        """,
        Own(MetricsExposition.Render(Samples.Registry())).Split("turn_seconds_bucket{bot=\"true\"")[0].TrimEnd());

    [Fact]
    public void OpenMetrics_has_units_families_without_total_and_an_end()
    {
        var text = MetricsExposition.Render(Samples.Registry(), ExpositionFormat.OpenMetrics);

        Assert.Contains(
            "# TYPE played_seconds counter\n# UNIT played_seconds seconds\n# HELP played_seconds Time played.\nplayed_seconds_total 0.1\n",
            text,
            StringComparison.Ordinal);
        Assert.Contains("# HELP kills Kills \\\\ with a \\\"quote\\\"\\nand a second line.\n", text, StringComparison.Ordinal);
        Assert.Contains("turn_seconds_bucket{bot=\"false\",le=\"1.0\"} 1\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n# EOF\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ExpositionFormat.PrometheusText)]
    [InlineData(ExpositionFormat.OpenMetrics)]
    public void Portions_of_any_size_make_the_whole(ExpositionFormat format)
    {
        using var snapshot = Samples.Registry().Snapshot();
        var whole = new ArrayBufferWriter<byte>();
        MetricsExposition.Write(snapshot, format, whole);
        var text = Encoding.UTF8.GetString(whole.WrittenSpan);

        for (var size = 1; size < 400; size++)
        {
            var writer = new SnapshotWriter(snapshot, format, names: null);
            var output = new StringBuilder();
            bool more;
            do
            {
                var portion = new ArrayBufferWriter<byte>();
                more = writer.Write(portion, size);
                output.Append(Encoding.UTF8.GetString(portion.WrittenSpan));
            }
            while (more);

            Assert.Equal(text, output.ToString());
        }
    }

    [Theory]
    [InlineData("players", "players")]
    [InlineData("kills", "kills_total")]
    [InlineData("kills_total", "kills_total")]
    [InlineData("turn_seconds_bucket", "turn_seconds")]
    public void A_name_selects_the_family_that_it_or_one_of_its_samples_bears(string name, string family)
    {
        using var snapshot = Samples.Registry().Snapshot();
        var output = new ArrayBufferWriter<byte>();
        MetricsExposition.Write(snapshot, ExpositionFormat.PrometheusText, output, [name]);

        Assert.Equal(
            [family],
            Encoding.UTF8.GetString(output.WrittenSpan).Split('\n').Where(static l => l.StartsWith("# TYPE", StringComparison.Ordinal)).Select(static l => l.Split(' ')[2]));
    }

    [Fact]
    public void A_name_that_nothing_bears_selects_nothing_and_OpenMetrics_still_ends()
    {
        using var snapshot = Samples.Registry().Snapshot();
        var output = new ArrayBufferWriter<byte>();
        MetricsExposition.Write(snapshot, ExpositionFormat.OpenMetrics, output, ["nobody"]);

        Assert.Equal("# EOF\n", Encoding.UTF8.GetString(output.WrittenSpan));
    }

    [Fact]
    public async Task Portions_of_a_large_scrape_make_the_same_text()
    {
        var registry = new InstrumentRegistry();
        var counter = registry.Counter("kills_total", "Kills.", Label.ForStrings("class", 5_000));
        for (var i = 0; i < 5_000; i++)
        {
            counter.Add(i, $"class-{i}");
        }

        var whole = MetricsExposition.Render(registry, ExpositionFormat.OpenMetrics);
        using var snapshot = registry.Snapshot();
        using var stream = new MemoryStream();
        var pipe = System.IO.Pipelines.PipeWriter.Create(stream, new(leaveOpen: true));
        await MetricsExposition.WriteAsync(snapshot, ExpositionFormat.OpenMetrics, pipe, cancellationToken: TestContext.Current.CancellationToken);
        await pipe.CompleteAsync();

        Assert.True(whole.Length > 2 * 64 * 1024);
        Assert.Equal(whole, Encoding.UTF8.GetString(stream.ToArray()));
    }

    /// <summary>Without what the registry says of itself.</summary>
    private static string Own(string text) => string.Concat(
        text.Split('\n').Where(static line => !line.Contains("instrumentation_", StringComparison.Ordinal)).Select(static line => line + "\n"));
}
