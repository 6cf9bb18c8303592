namespace Instrumentation.Collectors;

/// <summary>Which meters (<c>System.Diagnostics.Metrics</c>) are shown beside the program's own metrics, and within which limits.</summary>
public sealed class MeterOptions
{
    internal const int GreatestMaxSeries = 100_000;

    /// <summary>Stands for <see cref="DefaultNames"/> in <see cref="Names"/>.</summary>
    public const string Default = "default";

    /// <summary>ASP.NET Core with Kestrel, SignalR and what else it has; HttpClient and name resolution; Npgsql; the runtime.</summary>
    public static IReadOnlyList<string> DefaultNames { get; } =
        ["Microsoft.AspNetCore.*", "System.Net.Http", "System.Net.NameResolution", "System.Runtime", "Npgsql"];

    /// <summary>Whether meters are collected. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// The names of the meters. <c>*</c> stands for any text, <c>!</c> before a name excludes it, <c>default</c> stands for <see cref="DefaultNames"/>; case
    /// does not matter. Default <c>default</c>, so that adding a name adds to what is there.
    /// </summary>
    public IList<string> Names { get; internal set; } = [Default];

    /// <summary>
    /// Most combinations of tags of one instrument that have a series of their own, from 1 to 100,000. What comes with any further one goes to a series with
    /// the only label <c>otel_metric_overflow="true"</c> and is counted by <c>instrumentation_label_overflows_total</c>. Default 1,000.
    /// </summary>
    public int MaxSeries { get; set; } = 1000;

    /// <summary>
    /// Whether every series bears its meter's name and version, in the labels <c>otel_scope_name</c> and <c>otel_scope_version</c>. Default false: the
    /// name is added only where a second meter has an instrument of the same name.
    /// </summary>
    public bool ScopeLabels { get; set; }

    /// <summary>
    /// Whether gauges keep names that end in <c>_count</c>, <c>_sum</c> or <c>_bucket</c>, as OpenTelemetry's exporters write them. Default false:
    /// <c>dotnet.thread_pool.thread.count</c> reads <c>dotnet_thread_pool_threads</c>, since Prometheus leaves those endings to histograms.
    /// </summary>
    public bool KeepReservedSuffixes { get; set; }

    internal static bool AreNames(IEnumerable<string> names) =>
        names.All(static name => name is not null && name.Trim().Trim('!').Length > 0 && !name.Any(char.IsControl));

    internal MeterOptions Copy() => new()
    {
        Enabled = Enabled,
        Names = [.. Names],
        MaxSeries = MaxSeries,
        ScopeLabels = ScopeLabels,
        KeepReservedSuffixes = KeepReservedSuffixes,
    };
}
