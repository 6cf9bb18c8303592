using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>The same samples for the API and for a real Prometheus: an hour, one every 15 seconds.</summary>
internal static class Samples
{
    /// <summary>2026-01-01T00:00:00Z.</summary>
    public const long Start = 1767225600;

    public const int Count = 240;

    public const int Interval = 15;

    public const long End = Start + ((Count - 1) * Interval);

    private static readonly (string Name, string Labels, Func<int, double> Value)[] s_series =
    [
        .. from region in (string[])["eu", "us"]
           from mode in (string[])["duel", "siege"]
           select ("players", $"mode=\"{mode}\",region=\"{region}\"", (Func<int, double>)(i => 100 + (region.Length * mode.Length) + (50 * Math.Sin(i / 20.0)))),
        .. from region in (string[])["eu", "us"]
           select ("shots_total", $"region=\"{region}\"", (Func<int, double>)(i => i * (region == "eu" ? 7 : 11.5))),
        .. from bound in (string[])["0.01", "0.1", "1.0", "+Inf"]
           select ("hit_seconds_bucket", $"le=\"{bound}\"", (Func<int, double>)(i => i * (bound.Length + (bound == "+Inf" ? 3 : 0)))),
        ("hit_seconds_count", "", i => i * 7),
        ("hit_seconds_sum", "", i => i * 0.25),
        ("odd", "what=\"nan\"", _ => double.NaN),
        ("odd", "what=\"infinite\"", _ => double.PositiveInfinity),
        ("odd", "what=\"tiny\"", _ => 1.25e-7),
        ("odd", "what=\"large\"", _ => 1.5e21),
        ("odd", "what=\"quote \\\" back \\\\ <&> é \"", _ => -0.5),
    ];

    public static SampleStore Store()
    {
        var store = new SampleStore(new SampleStoreOptions { Retention = TimeSpan.FromDays(365) });
        foreach (var (name, labels, value) in s_series)
        {
            var pairs = labels.Length == 0 ? [] : labels.Split("\",").Select(static pair => pair.Split('=', 2))
                .Select(static pair => new Label(pair[0], Unescape(pair[1])));
            var series = store.GetOrAdd(Labels.From([new Label("__name__", name), .. pairs]))!;
            for (var i = 0; i < Count; i++)
            {
                Assert.True(series.Append((Start + (i * Interval)) * 1000, value(i)));
            }
        }

        return store;
    }

    /// <summary>All of it as OpenMetrics with times, for <c>promtool tsdb create-blocks-from</c>.</summary>
    public static string OpenMetrics()
    {
        var text = new StringBuilder();
        foreach (var (name, labels, value) in s_series)
        {
            for (var i = 0; i < Count; i++)
            {
                var number = value(i) switch { double.NaN => "NaN", double.PositiveInfinity => "+Inf", var finite => finite.ToString("R", CultureInfo.InvariantCulture) };
                text.Append(CultureInfo.InvariantCulture, $"{name}{{{labels}}} {number} {Start + (i * Interval)}\n");
            }
        }

        return text.Append("# EOF\n").ToString();
    }

    private static string Unescape(string quoted) => quoted.Trim('"').Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal);
}
