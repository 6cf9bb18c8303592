using System.Diagnostics;

namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>Debian's Prometheus on the samples of <see cref="Samples"/>.</summary>
public sealed class RealPrometheus : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("prometheus-api-");
    private Process? _process;

    /// <summary>Null where Prometheus is not installed.</summary>
    public HttpClient? Http { get; private set; }

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

        var port = Programs.FreePort();
        _process = Process.Start(new ProcessStartInfo(Programs.Prometheus,
        [
            $"--config.file={config}", $"--storage.tsdb.path={data}", $"--web.listen-address=127.0.0.1:{port}",
            "--storage.tsdb.retention.time=100y",
        ]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        Http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var patience = new CancellationTokenSource(Programs.Patience);
        while (!await IsReadyAsync(patience.Token))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var response = await Http!.GetAsync("/-/ready", cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // Not listening yet.
        }
    }
}
