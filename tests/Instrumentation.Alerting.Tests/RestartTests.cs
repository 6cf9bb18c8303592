using System.Diagnostics;
using System.Text.Json;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Alerting.Tests;

/// <summary>A real process, killed in the middle of it all: what was pending goes on, what fired is not told again, and what ended meanwhile is.</summary>
public sealed class RestartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alerts").FullName;
    private Process? _process;

    [Fact]
    public async Task Killed_while_pending_and_while_firing_nothing_is_lost_or_told_twice()
    {
        Set(11);
        // So long that it cannot fire before it is killed, however slow the machine; the next start finds the rule changed, and the alert where it was.
        await Start(wait: "01:00:00");
        await Told(["HighLoad Inactive→Pending"]);
        Kill();

        await Start();
        await Told(["HighLoad Inactive→Pending", "HighLoad Pending→Firing"]);
        Kill();

        // It fires all the same after this start, and nobody is told of it.
        await Start();
        await Wait.UntilAsync(() => StoredState() == "Firing" && SavedSinceStart(), "it fires again");
        Set(1);
        await Told(["HighLoad Inactive→Pending", "HighLoad Pending→Firing", "HighLoad Firing→Resolved"]);
    }

    [Fact]
    public async Task What_ends_while_the_process_is_down_is_told_at_the_next_start()
    {
        Set(11);
        await Start(wait: "00:00:00");
        await Told(["HighLoad Inactive→Firing"]);
        Kill();
        Set(1);
        await Start(wait: "00:00:00");
        await Told(["HighLoad Inactive→Firing", "HighLoad Firing→Resolved"]);
    }

    public void Dispose()
    {
        Kill();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string Path(string name) => System.IO.Path.Combine(_folder, name);

    private void Set(int load) => File.WriteAllText(Path("load"), load.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private async Task Start(string wait = "00:00:00.100")
    {
        File.Delete(Path("log.ready"));
        var host = System.IO.Path.Combine(AppContext.BaseDirectory, "AlertingHost.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [host, Path("state.json"), Path("load"), Path("log"), wait]))!;
        _startedAt = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        await Wait.UntilAsync(() => File.Exists(Path("log.ready")), "the process runs");
    }

    private long _startedAt;

    private void Kill()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    // Told, and noted as told: a kill in between is the one moment at which nobody can know whether the message went out.
    private async Task Told(string[] lines)
    {
        await Wait.UntilAsync(
            () => File.Exists(Path("log")) && File.ReadAllLines(Path("log")).Length >= lines.Length && Read(static state => Handled(state) == state.GetProperty("sequence").GetInt64()),
            string.Join(", ", lines));
        Assert.Equal(lines, await File.ReadAllLinesAsync(Path("log")));
    }

    private static long Handled(JsonElement state) => state.GetProperty("sinks").GetProperty("file").GetInt64();

    private string? StoredState() => Read(static state => state.GetProperty("alerts")[0].GetProperty("shown").GetProperty("state").GetString());

    private bool SavedSinceStart() => Read(state => state.GetProperty("savedAt").GetInt64() > _startedAt);

    private T? Read<T>(Func<JsonElement, T> read)
    {
        if (!File.Exists(Path("state.json")))
        {
            return default;
        }

        using var state = JsonDocument.Parse(File.ReadAllBytes(Path("state.json")));
        return read(state.RootElement);
    }
}
