using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Instrumentation.Benchmarks.Peers;

/// <summary>A real Prometheus on loopback, which scrapes a page that this process serves, and evaluates rules.</summary>
internal sealed class PrometheusServer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("prometheus").FullName;
    private readonly HttpListener _page = new();
    private readonly HttpClient _client = new();
    private readonly Process _process;
    private readonly string _address;

    /// <param name="page">Writes the page in the text format, at each scrape.</param>
    /// <param name="rules">A rule file.</param>
    internal PrometheusServer(Func<string> page, string rules)
    {
        var (pagePort, port) = (FreePort(), FreePort());
        _address = $"http://127.0.0.1:{port}";
        _page.Prefixes.Add($"http://127.0.0.1:{pagePort}/");
        _page.Start();
        _ = ServeAsync(page);
        File.WriteAllText(Path.Combine(_folder, "rules.yml"), rules);
        File.WriteAllText(Path.Combine(_folder, "prometheus.yml"), $"""
            global: {"{"} scrape_interval: 1s, evaluation_interval: 1s {"}"}
            rule_files: [rules.yml]
            scrape_configs:
            - job_name: benchmark
              static_configs: [ {"{"} targets: ['127.0.0.1:{pagePort}'] {"}"} ]
            """);
        _process = Process.Start(new ProcessStartInfo("prometheus")
        {
            ArgumentList =
            {
                $"--config.file={_folder}/prometheus.yml", $"--storage.tsdb.path={_folder}/data", $"--web.listen-address=127.0.0.1:{port}", "--log.level=error",
            },
        })!;
    }

    /// <summary>Whether there is one to start.</summary>
    internal static bool IsInstalled => Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "prometheus")));

    /// <summary>What an instant query gives, as the API's <c>data</c>.</summary>
    internal JsonElement Query(string expression, string options = "")
    {
        using var answer = JsonDocument.Parse(_client.GetStringAsync($"{_address}/api/v1/query?query={Uri.EscapeDataString(expression)}{options}").GetAwaiter().GetResult());
        return answer.RootElement.GetProperty("data").Clone();
    }

    /// <summary>A number that the server says of itself; null when it does not, or not yet.</summary>
    internal double? Self(string sample)
    {
        try
        {
            var lines = _client.GetStringAsync($"{_address}/metrics").GetAwaiter().GetResult().Split('\n');
            return lines.FirstOrDefault(line => line.StartsWith(sample, StringComparison.Ordinal)) is { } line
                ? double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)
                : null;
        }
        catch (HttpRequestException)
        {
            // It has not opened its port yet.
            return null;
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _page.Close();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task ServeAsync(Func<string> page)
    {
        while (_page.IsListening)
        {
            try
            {
                var context = await _page.GetContextAsync();
                context.Response.ContentType = "text/plain; version=0.0.4";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(page()));
                context.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
