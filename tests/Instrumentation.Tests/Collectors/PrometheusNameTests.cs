using Instrumentation.Collectors.Meters;

namespace Instrumentation.Tests.Collectors;

public sealed class PrometheusNameTests
{
    [Theory]
    [InlineData("http.server.request.duration", "s", MetricKind.Histogram, "http_server_request_duration_seconds", "seconds")]
    [InlineData("http.server.active_requests", "{request}", MetricKind.UpDownCounter, "http_server_active_requests", null)]
    [InlineData("dotnet.gc.collections", "{collection}", MetricKind.Counter, "dotnet_gc_collections_total", null)]
    [InlineData("dotnet.gc.pause.time", "s", MetricKind.Counter, "dotnet_gc_pause_time_seconds_total", "seconds")]
    [InlineData("jobs_total", "s", MetricKind.Counter, "jobs_seconds_total", "seconds")]
    [InlineData("wait_seconds", "s", MetricKind.Gauge, "wait_seconds", "seconds")]
    [InlineData("wait_seconds_total", "s", MetricKind.Counter, "wait_seconds_total", "seconds")]
    [InlineData("cpu.utilization", "1", MetricKind.Gauge, "cpu_utilization_ratio", "ratio")]
    [InlineData("jobs", "1", MetricKind.Counter, "jobs_total", null)]
    [InlineData("speed", "m/s", MetricKind.Gauge, "speed_meters_per_second", "meters_per_second")]
    [InlineData("arrivals", "{request}/s", MetricKind.Gauge, "arrivals_per_second", "per_second")]
    [InlineData("bad--name..x", null, MetricKind.Gauge, "bad_name_x", null)]
    [InlineData("2nd", null, MetricKind.Gauge, "_2nd", null)]
    [InlineData("a:b", null, MetricKind.Gauge, "a_b", null)]
    [InlineData("seconds", "s", MetricKind.Gauge, "seconds", null)]
    [InlineData("sales_total", null, MetricKind.Gauge, "sales", null)]
    [InlineData("dotnet.thread_pool.thread.count", "{thread}", MetricKind.UpDownCounter, "dotnet_thread_pool_threads", null)]
    [InlineData("dotnet.assembly.count", "{assembly}", MetricKind.UpDownCounter, "dotnet_assemblies", null)]
    [InlineData("dotnet.thread_pool.work_item.count", "{work_item}", MetricKind.Counter, "dotnet_thread_pool_work_item_count_total", null)]
    [InlineData("x.sum", "By", MetricKind.Gauge, "x_bytes", "bytes")]
    [InlineData("latency", "weird unit!", MetricKind.Gauge, "latency_weird_unit", "weird_unit")]
    public void NamesAndUnitsAreThoseOfThePrometheusExporterSpecification(string name, string? unit, MetricKind kind, string expected, string? suffix) =>
        Assert.Equal(new PrometheusName(expected, suffix), PrometheusName.Of(name, unit, kind, keepReservedSuffixes: false));

    [Fact]
    public void ReservedSuffixesAreKeptOnRequest() =>
        Assert.Equal("dotnet_timer_count", PrometheusName.Of("dotnet.timer.count", "{timer}", MetricKind.UpDownCounter, keepReservedSuffixes: true).Name);

    [Theory]
    [InlineData("Contoso.Game", true)]
    [InlineData("contoso.web", true)]
    [InlineData("Contoso", false)]
    [InlineData("Contoso.Secret.Keys", false)]
    [InlineData("System.Net.Http", true)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel", true)]
    [InlineData("Npgsql", false)]
    public void PatternsIncludeAndExclude(string meter, bool matches) =>
        Assert.Equal(matches, new NamePattern(["default", "Contoso.*", "!*.Secret.*", "!npgsql"]).Matches(meter));
}
