using System.Globalization;
using Instrumentation.Exposition;
using Instrumentation.Metrics;

namespace GameServer.Tests;

/// <summary>What <c>/metrics</c> said at one time.</summary>
public sealed class Scrape
{
    private readonly Dictionary<string, double> _values;

    private Scrape(Dictionary<string, double> values) => _values = values;

    public static async Task<Scrape> TakeAsync(TestServer server) =>
        Parse(await server.Http.GetStringAsync("/metrics", TestContext.Current.CancellationToken));

    /// <summary>The same, past the server: what the process has measured.</summary>
    public static Scrape OfProcess() => Parse(MetricsExposition.Render(InstrumentRegistry.Default));

    private static Scrape Parse(string text) =>
        new(text
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => (Series: line[..line.LastIndexOf(' ')], Value: line[(line.LastIndexOf(' ') + 1)..]))
            .ToDictionary(sample => sample.Series, sample => double.Parse(sample.Value, CultureInfo.InvariantCulture)));

    /// <summary>The sum over all series of a metric that have a label; without one, of all.</summary>
    public long Sum(string metric, string? label = null) => (long)_values
        .Where(sample => sample.Key.Split('{')[0] == metric && (label is null || sample.Key.Contains(label, StringComparison.Ordinal)))
        .Sum(sample => sample.Value);

    public bool Has(string series) => _values.ContainsKey(series);
}
