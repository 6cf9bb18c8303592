using System.Text.Json;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests;

/// <summary>What others' programs make of the metrics: a strict parser, promtool, and Prometheus itself.</summary>
public sealed class PrometheusTests
{
    private static readonly Lock s_gate = new();
    private static bool s_isBusy;

    [Fact]
    public async Task StrictParserTakesTheOpenMetrics()
    {
        Assert.SkipUnless(
            File.Exists(Programs.Python) && (await Programs.RunAsync(Programs.Python, "", "-c", "import prometheus_client")).Code == 0, "python3-prometheus-client is not installed.");
        await using var app = await StartBusyAppAsync();
        using var response = await app.GetAsync("/metrics", TestApp.PrometheusAccept);
        const string Parse = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse
            families = {f.name: f for f in parse(sys.stdin.read())}
            print([float(s.value) for s in families['prometheus_shots'].samples if s.labels['weapon'] == 'bow'][0])
            """;
        var (code, output) = await Programs.RunAsync(Programs.Python, await response.Content.ReadAsStringAsync(), "-c", Parse);
        Assert.Equal((0, "5.0\n"), (code, output));
    }

    [Fact]
    public async Task PromtoolHasNothingToSay()
    {
        Assert.SkipUnless(File.Exists(Programs.Promtool), "promtool is not installed.");
        await using var app = await StartBusyAppAsync();
        using var response = await app.GetAsync("/metrics");
        Assert.Equal((0, ""), await Programs.RunAsync(Programs.Promtool, await response.Content.ReadAsStringAsync(), "check", "metrics"));
    }

    [Fact]
    public async Task PrometheusScrapesWithoutErrorAndHasTheValues()
    {
        Assert.SkipUnless(File.Exists(Programs.Prometheus), "prometheus is not installed.");
        await using var app = await StartBusyAppAsync();
        var folder = Directory.CreateTempSubdirectory("prometheus-test-");
        try
        {
            var config = Path.Combine(folder.FullName, "prometheus.yml");
            await File.WriteAllTextAsync(config, $"""
                global:
                  scrape_interval: 2s
                scrape_configs:
                  - job_name: app
                    static_configs:
                      - targets: ['127.0.0.1:{app.Address.Port}']
                """);
            await using var prometheus = await PrometheusProcess.StartAsync(config, Path.Combine(folder.FullName, "data"));

            await AnswerIsAsync(prometheus.Http, "1", "up{job=\"app\"}");
            await AnswerIsAsync(prometheus.Http, "5", "prometheus_shots_total{weapon=\"bow\"}");
            await AnswerIsAsync(prometheus.Http, "3", "operation_duration_seconds_count{operation=\"prometheus.test\"}");
            await AnswerIsAsync(prometheus.Http, "1", "operation_failures_total{operation=\"prometheus.test\",error=\"InvalidOperationException\"}");
            await AnswerIsAsync(prometheus.Http, "0", "operations_in_flight{operation=\"prometheus.test\"}");
            await BecomesAsync(("up", ""), () => TargetAsync(prometheus.Http));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TestApp> StartBusyAppAsync()
    {
        var app = await TestApp.StartAsync();
        var monitor = app.Services.GetRequiredService<IPerformanceMonitor>();
        lock (s_gate)
        {
            // The registry is the process's, so only the first test may count.
            if (!s_isBusy)
            {
                s_isBusy = true;
                var shots = InstrumentRegistry.Default.Counter("prometheus_shots_total", "Shots \\ with \"quotes\".", Label.ForStrings("weapon", 10));
                shots.Add(5, "bow");
                shots.Increment("a \"b\" \\ c\nd");
                monitor.ProfileOperation("prometheus.test", static () => { });
                monitor.ProfileOperation("prometheus.test", static () => { });
                Assert.Throws<InvalidOperationException>(
                    () => monitor.ProfileOperation("prometheus.test", (Action)(static () => throw new InvalidOperationException())));
            }
        }

        return app;
    }

    private static Task AnswerIsAsync(HttpClient http, string expected, string query) => BecomesAsync(expected, async () =>
    {
        using var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}"));
        var result = answer.RootElement.GetProperty("data").GetProperty("result");
        return result.GetArrayLength() == 0 ? null : result[0].GetProperty("value")[1].GetString();
    });

    private static async Task<(string? Health, string? Error)> TargetAsync(HttpClient http)
    {
        using var targets = JsonDocument.Parse(await http.GetStringAsync("/api/v1/targets"));
        var target = targets.RootElement.GetProperty("data").GetProperty("activeTargets")[0];
        return (target.GetProperty("health").GetString(), target.GetProperty("lastError").GetString());
    }

    /// <summary>A scrape may come to nothing on a machine that is busy, and Prometheus says so until the next one. What is wrong with the metrics would be wrong each time.</summary>
    private static async Task BecomesAsync<T>(T expected, Func<Task<T?>> read)
    {
        using var patience = new CancellationTokenSource(Programs.Patience);
        var last = await read();
        while (!EqualityComparer<T>.Default.Equals(last, expected) && !patience.IsCancellationRequested)
        {
            await Task.Delay(100);
            last = await read();
        }

        Assert.Equal(expected, last);
    }
}
