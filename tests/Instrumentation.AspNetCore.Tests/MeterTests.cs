namespace Instrumentation.AspNetCore.Tests;

public sealed class MeterTests
{
    [Fact]
    public async Task RequestsConnectionsAndTheRuntimeAreOnMetricsWithoutFurtherCode()
    {
        await using var app = await TestApp.StartAsync();
        (await app.GetAsync("/health")).Dispose();
        (await app.GetAsync("/nowhere")).Dispose();

        // A request is measured when it has ended, which its client can know of before the server does.
        var text = "";
        for (var scrape = 0; scrape < 1000 && !text.Contains("http_response_status_code=\"404\"", StringComparison.Ordinal); scrape++)
        {
            using var response = await app.GetAsync("/metrics", TestApp.PrometheusAccept);
            text = await response.Content.ReadAsStringAsync();
        }

        Assert.Contains("# TYPE http_server_request_duration_seconds histogram\n# UNIT http_server_request_duration_seconds seconds\n", text, StringComparison.Ordinal);
        Assert.Matches("http_server_request_duration_seconds_count\\{[^}]*http_response_status_code=\"404\"[^}]*\\} [1-9]", text);
        Assert.Contains("http_server_request_duration_seconds_bucket{", text, StringComparison.Ordinal);
        Assert.Contains("le=\"0.005\"", text, StringComparison.Ordinal);
        Assert.Contains("\nkestrel_active_connections{", text, StringComparison.Ordinal);
        Assert.Contains("\nhttp_client_request_duration_seconds_count{", text, StringComparison.Ordinal);
        Assert.Contains("\ndotnet_gc_collections_total{gc_heap_generation=\"gen0\"}", text, StringComparison.Ordinal);
        Assert.Contains("\nprocess_cpu_seconds_total ", text, StringComparison.Ordinal);
    }
}
