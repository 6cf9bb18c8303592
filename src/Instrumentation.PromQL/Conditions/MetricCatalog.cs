using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>The metrics that are known when a condition is checked. Not to be changed while it is read; then safe to use from any thread.</summary>
public sealed class MetricCatalog
{
    private static readonly string[] s_suffixes = ["_bucket", "_sum", "_count"];

    // Of servers, exporters and runtimes that everybody has; nobody here declares them.
    private static readonly string[] s_elsewhere =
    [
        "up", "ALERTS", "ALERTS_FOR_STATE", "scrape_*", "slo:*", "instrumentation_*", "process_*", "dotnet_*", "aspnetcore_*", "kestrel_*", "http_*", "signalr_*", "dns_*",
        "db_*", "npgsql_*", "rpc_*", "system_*", "messaging_*", "go_*", "node_*", "container_*", "kube_*", "kubelet_*", "prometheus_*", "alertmanager_*", "windows_*",
        "redis_*", "pg_*", "mysql_*", "probe_*", "machine_*", "nginx_*", "rabbitmq_*", "kafka_*", "cadvisor_*", "jvm_*", "net_*", "hikaricp_*", "microsoft_*", "target_info",
    ];

    private readonly Dictionary<string, KnownMetric> _metrics = new(StringComparer.Ordinal);

    /// <summary>Adds a metric. One of a name that is there already, such as that of another operation, adds labels and values to it.</summary>
    /// <param name="metric">The metric.</param>
    public void Add(KnownMetric metric)
    {
        if (!_metrics.TryGetValue(metric.Name, out var known))
        {
            _metrics.Add(metric.Name, metric);
            return;
        }

        var labels = known.Labels.ToDictionary(static label => label.Key, static label => label.Value, StringComparer.Ordinal);
        foreach (var label in metric.Labels)
        {
            var isOpen = label.Value is null || (labels.TryGetValue(label.Key, out var before) && before is null);
            labels[label.Key] = isOpen ? null
                : labels.TryGetValue(label.Key, out var values) && values is not null ? [.. values.Union(label.Value!)]
                : label.Value;
        }

        // With other buckets elsewhere nothing can be said of the highest bound.
        _metrics[metric.Name] = known with { Labels = labels, Bounds = known.Bounds.SequenceEqual(metric.Bounds) ? known.Bounds : [] };
    }


    /// <summary>Whether a series is known to come from elsewhere.</summary>
    internal static bool IsElsewhere(string series) => s_elsewhere.Any(pattern => pattern.EndsWith("*", StringComparison.Ordinal)
        ? series.StartsWith(pattern.Substring(0, pattern.Length - 1), StringComparison.Ordinal)
        : series == pattern);

    /// <summary>The metric that a series is of; null when it is not known. A histogram's own name is none of its series.</summary>
    internal KnownMetric? Find(string series, out string suffix)
    {
        suffix = "";
        if (_metrics.TryGetValue(series, out var metric))
        {
            return metric;
        }

        foreach (var ending in s_suffixes)
        {
            if (series.EndsWith(ending, StringComparison.Ordinal)
                && _metrics.TryGetValue(series.Substring(0, series.Length - ending.Length), out var histogram) && histogram.Kind == SubjectKind.Histogram)
            {
                suffix = ending;
                return histogram;
            }
        }

        return null;
    }

    /// <summary>The series that was probably meant by a name that there is none of.</summary>
    internal string? Suggest(string series)
    {
        if (_metrics.ContainsKey(series + "_total"))
        {
            return series + "_total";
        }

        // The prefix is what is forgotten most often.
        if (_metrics.Values.SelectMany(Series).FirstOrDefault(known => known.EndsWith("_" + series, StringComparison.Ordinal)) is { } prefixed && series.Length > 3)
        {
            return prefixed;
        }

        var nearest = Suggestions.Nearest(series, _metrics.Values.SelectMany(Series));

        // Long names have much in common; only a few letters are ever a slip.
        return nearest is not null && Suggestions.Distance(series, nearest) <= Math.Max(2, Math.Min(4, series.Length / 5)) ? nearest : null;
    }

    private static IEnumerable<string> Series(KnownMetric metric) =>
        metric.Kind == SubjectKind.Histogram ? s_suffixes.Select(suffix => metric.Name + suffix) : [metric.Name];
}
