using System.Reflection;
using System.Text.RegularExpressions;

namespace Instrumentation.Games.Tests;

/// <summary>What the build says of every metric of the package.</summary>
public sealed partial class CatalogTests
{
    private static readonly DeclaredMetricAttribute[] s_metrics =
        [.. typeof(GameMonitorExtensions).Assembly.GetCustomAttributes<DeclaredMetricAttribute>()];

    [Fact]
    public void No_metric_can_make_more_than_a_thousand_series() =>
        Assert.All(s_metrics, metric => Assert.InRange(metric.Series, 1, 1000));

    [Fact]
    public void No_identifier_is_a_label() =>
        Assert.All(s_metrics, metric => Assert.DoesNotContain(metric.Labels ?? [], label => IdName().IsMatch(label)));

    [Fact]
    public void The_table_in_the_documentation_has_every_metric_with_its_kind_and_labels()
    {
        var declared = s_metrics.Select(metric => $"{metric.Name} {Kind(metric.Kind)} {string.Join(',', (metric.Labels ?? []).Select(label => label.Split('=')[0]))}");

        Assert.Equal(declared.Distinct().Order(StringComparer.Ordinal), Documented().Distinct().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Documented()
    {
        var page = File.ReadLines(Repository.PathOf("docs/games.md")).SkipWhile(line => line != "## The metrics").TakeWhile(line => line != "## Derived figures");
        foreach (var cells in page.Select(line => line.Split('|')).Where(cells => cells.Length == 7 && cells[2].Contains('`', StringComparison.Ordinal)))
        {
            var labels = string.Join(',', Code().Matches(cells[4]).Select(match => match.Groups[1].Value));
            foreach (var name in Code().Matches(cells[2]).Select(match => match.Groups[1].Value.Split('{')[0]))
            {
                yield return $"{name} {cells[3].Trim()} {labels}";
            }
        }
    }

    private static string Kind(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex("(^|_)(id|player|session|user|connection|game|room)=")]
    private static partial Regex IdName();
}
