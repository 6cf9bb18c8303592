using Instrumentation.PromQL.Parsing;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>What <c>.editorconfig</c> says for the checks of alert rules.</summary>
internal static class RuleOptions
{
    private const string ScrapeInterval = "instrumentation_scrape_interval";
    private const string KnownMetrics = "instrumentation_known_metrics";
    private const string TargetLabels = "instrumentation_target_labels";

    // What Prometheus' own example has, and most servers with it.
    private static readonly TimeSpan s_usualInterval = TimeSpan.FromSeconds(15);

    /// <summary>How far apart samples are.</summary>
    internal static TimeSpan IntervalOf(AnalyzerConfigOptions options) =>
        options.TryGetValue(ScrapeInterval, out var text) && DurationText.TryParse(text.Trim(), out var milliseconds) && milliseconds > 0
            ? TimeSpan.FromMilliseconds(milliseconds)
            : s_usualInterval;

    /// <summary>Names of metrics that come from elsewhere.</summary>
    internal static IReadOnlyList<string> KnownMetricsOf(AnalyzerConfigOptions options) => List(options, KnownMetrics);

    /// <summary>Labels that a server adds to all series.</summary>
    internal static IReadOnlyList<string> TargetLabelsOf(AnalyzerConfigOptions options) => List(options, TargetLabels);

    private static IReadOnlyList<string> List(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var text)
        ? [.. text.Split(',').Select(static item => item.Trim()).Where(static item => item.Length > 0)]
        : [];
}
