using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Instrumentation.AspNetCore.Tests;

/// <summary>A Prometheus in a folder of its own, at a free port that it takes itself: one that were chosen for it might be gone by the time that it listens.</summary>
internal sealed partial class PrometheusProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ConcurrentQueue<string> _said = [];

    private PrometheusProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"Prometheus has ended:\n{string.Join('\n', _said)}"));
    }

    public HttpClient Http { get; } = new();

    /// <summary>Starts it and waits until it answers.</summary>
    public static async Task<PrometheusProcess> StartAsync(string config, string data, params string[] arguments)
    {
        var prometheus = new PrometheusProcess(new ProcessStartInfo(
            Programs.Prometheus, [$"--config.file={config}", $"--storage.tsdb.path={data}", "--web.listen-address=127.0.0.1:0", .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        });
        try
        {
            await prometheus.StartAsync();
        }
        catch
        {
            await prometheus.DisposeAsync();
            throw;
        }

        return prometheus;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task StartAsync()
    {
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        using var patience = new CancellationTokenSource(Programs.Patience);
        Http.BaseAddress = await _address.Task.WaitAsync(patience.Token);
        while (!await IsReadyAsync(patience.Token))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        _said.Enqueue(line);
        if (Listening().Match(line) is { Success: true } listening)
        {
            _address.TrySetResult(new Uri($"http://{listening.Groups["address"].Value}"));
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        using var response = await Http.GetAsync("/-/ready", cancellation);
        return response.IsSuccessStatusCode;
    }

    [GeneratedRegex("""msg="Listening on".* address=(?<address>[0-9.]+:[1-9][0-9]*)""")]
    private static partial Regex Listening();
}
