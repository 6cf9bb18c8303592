namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>Debian's Prometheus on the samples of <see cref="Samples"/>.</summary>
public sealed class RealPrometheus : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prometheus-api-");
    private PrometheusProcess? _process;

    /// <summary>Null where Prometheus is not installed.</summary>
    public HttpClient? Http => _process?.Http;

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Programs.Prometheus) || !File.Exists(Programs.Promtool))
        {
            return;
        }

        var text = Path.Combine(_folder.FullName, "samples.txt");
        var data = Path.Combine(_folder.FullName, "data");
        var config = Path.Combine(_folder.FullName, "prometheus.yml");
        await File.WriteAllTextAsync(text, Samples.OpenMetrics());
        await File.WriteAllTextAsync(config, "global: {}\n");
        var (code, output) = await Programs.RunAsync(Programs.Promtool, "", "tsdb", "create-blocks-from", "openmetrics", text, data);
        Assert.True(code == 0, output);
        _process = await PrometheusProcess.StartAsync(config, data, "--storage.tsdb.retention.time=100y");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }
}
