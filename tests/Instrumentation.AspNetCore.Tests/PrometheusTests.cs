using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests;

/// <summary>What others' programs make of the metrics: a strict parser, promtool, and Prometheus itself.</summary>
public sealed class PrometheusTests
{
    private const string Python = "/usr/bin/python3";
    private const string Promtool = "/usr/bin/promtool";
    private const string Prometheus = "/usr/bin/prometheus";
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);
    private static readonly Lock s_gate = new();
    private static bool s_isBusy;

    [Fact]
    public async Task StrictParserTakesTheOpenMetrics()
    {
        Assert.SkipUnless(File.Exists(Python) && (await RunAsync(Python, "", "-c", "import prometheus_client")).Code == 0, "python3-prometheus-client is not installed.");
        await using var app = await StartBusyAppAsync();
        using var response = await app.GetAsync("/metrics", TestApp.PrometheusAccept);
        const string Parse = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families as parse
            families = {f.name: f for f in parse(sys.stdin.read())}
            print([float(s.value) for s in families['prometheus_shots'].samples if s.labels['weapon'] == 'bow'][0])
            """;
        var (code, output) = await RunAsync(Python, await response.Content.ReadAsStringAsync(), "-c", Parse);
        Assert.Equal((0, "5.0\n"), (code, output));
    }

    [Fact]
    public async Task PromtoolHasNothingToSay()
    {
        Assert.SkipUnless(File.Exists(Promtool), "promtool is not installed.");
        await using var app = await StartBusyAppAsync();
        using var response = await app.GetAsync("/metrics");
        Assert.Equal((0, ""), await RunAsync(Promtool, await response.Content.ReadAsStringAsync(), "check", "metrics"));
    }

    [Fact]
    public async Task PrometheusScrapesWithoutErrorAndHasTheValues()
    {
        Assert.SkipUnless(File.Exists(Prometheus), "prometheus is not installed.");
        await using var app = await StartBusyAppAsync();
        var folder = Directory.CreateTempSubdirectory("prometheus-test-");
        var port = FreePort();
        var config = Path.Combine(folder.FullName, "prometheus.yml");
        await File.WriteAllTextAsync(config, $"""
            global:
              scrape_interval: 1s
            scrape_configs:
              - job_name: app
                static_configs:
                  - targets: ['127.0.0.1:{app.Address.Port}']
            """);
        var start = new ProcessStartInfo(Prometheus) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])
            [$"--config.file={config}", $"--storage.tsdb.path={folder.FullName}/data", $"--web.listen-address=127.0.0.1:{port}"])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            Assert.Equal("1", await FirstAnswerAsync(http, "up{job=\"app\"}"));
            Assert.Equal("5", await FirstAnswerAsync(http, "prometheus_shots_total{weapon=\"bow\"}"));
            Assert.Equal("3", await FirstAnswerAsync(http, "operation_duration_seconds_count{operation=\"prometheus.test\"}"));
            Assert.Equal("1", await FirstAnswerAsync(http, "operation_failures_total{operation=\"prometheus.test\",error=\"InvalidOperationException\"}"));
            Assert.Equal("0", await FirstAnswerAsync(http, "operations_in_flight{operation=\"prometheus.test\"}"));

            using var targets = JsonDocument.Parse(await http.GetStringAsync("/api/v1/targets"));
            var target = targets.RootElement.GetProperty("data").GetProperty("activeTargets")[0];
            Assert.Equal(("up", ""), (target.GetProperty("health").GetString(), target.GetProperty("lastError").GetString()));
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
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

    private static async Task<string> FirstAnswerAsync(HttpClient http, string query)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        while (true)
        {
            try
            {
                using var answer = JsonDocument.Parse(await http.GetStringAsync($"/api/v1/query?query={Uri.EscapeDataString(query)}", timeout.Token));
                var result = answer.RootElement.GetProperty("data").GetProperty("result");
                if (result.GetArrayLength() > 0)
                {
                    return result[0].GetProperty("value")[1].GetString()!;
                }
            }
            catch (HttpRequestException) when (!timeout.IsCancellationRequested)
            {
                // Prometheus is still starting.
            }

            await Task.Delay(100, timeout.Token);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string input, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(s_patience);
        return (process.ExitCode, await output + await errors);
    }
}
