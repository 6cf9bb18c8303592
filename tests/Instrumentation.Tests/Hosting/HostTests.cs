using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Instrumentation.Tests.Monitoring;
using Instrumentation.Weaving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.Tests.Hosting;

/// <remarks>Hosts share the default registry, whose notices the last one started logs; so their tests take turns.</remarks>
[Collection(Hosts)]
public sealed class HostTests : IDisposable
{
    internal const string Hosts = "Hosts";
    private readonly RecordingLog _log = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public async Task HooksSeeStartAndStopAndTheHostWaitsForThem()
    {
        var hook = new HeldHook();
        using var host = Build(services => services
            .AddInstrumentation(static options => options.Hooks.Timeout = TimeSpan.FromMinutes(10))
            .AddSingleton<IPerformanceHook>(hook));
        await host.StartAsync();
        var stopping = host.StopAsync();
        Assert.False(stopping.IsCompleted);
        hook.Release();
        await stopping.Soon();

        Assert.Equal([PerformanceEvents.StartupComplete, PerformanceEvents.ShutdownStarted, PerformanceEvents.Shutdown], hook.Seen.Select(static e => e.Name));
        var last = hook.Seen.Last().Snapshot;
        Assert.Equal((1L, 1), (last.StartCount, last.ServiceCount));
        Assert.True(last.StartupTime > TimeSpan.Zero);
        Assert.True(last.ShutdownTime > TimeSpan.Zero);
    }

    [Fact]
    public async Task UnwovenAssembliesAreNamedAtStart()
    {
        WovenAssemblies.Report("Tests.Host.Unwoven", woven: false);
        try
        {
            using var host = Build();
            await host.StartAsync();
            await host.StopAsync();
        }
        finally
        {
            WovenAssemblies.Report("Tests.Host.Unwoven", woven: true);
        }

        Assert.Single(_log.At(LogLevel.Warning), static line => line.StartsWith("Assembly 'Tests.Host.Unwoven' has monitored methods but was not woven", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NoticesFromBeforeTheStartAndAfterItAreLogged()
    {
        InstrumentRegistry.Default.Notices.Add("said before the start");
        using var host = Build();
        await host.StartAsync();
        InstrumentRegistry.Default.Notices.Add("said later");
        await host.StopAsync();
        InstrumentRegistry.Default.Notices.Add("said after the end");

        Assert.Contains("Metrics: said before the start", _log.At(LogLevel.Warning));
        Assert.Contains("Metrics: said later", _log.At(LogLevel.Warning));
        Assert.DoesNotContain("Metrics: said after the end", _log.At(LogLevel.Warning));
    }

    [Fact]
    public async Task HostDoesNotStartWithASettingOutOfRange()
    {
        using var host = Build(static services => services.AddInstrumentation(static options => options.MetricsServer.MaxConnections = 0));
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());
        Assert.Contains("Instrumentation:MetricsServer:MaxConnections is '0'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandAlonePortIsOpenFromStartToStopAndCountsAsTransport()
    {
        using var host = Build(static services => services.AddInstrumentation(static options => options.MetricsServer.Port = 0));
        await host.StartAsync();
        var monitor = host.Services.GetRequiredService<IPerformanceMonitor>();
        Assert.InRange(monitor.GetSnapshot().TransportCount, 1, 2);
        var line = _log.At(LogLevel.Information).First(static line => line.StartsWith("Metrics are served at http://127.0.0.1:", StringComparison.Ordinal));
        var address = new Uri(line["Metrics are served at ".Length..]);

        using var http = new HttpClient();
        Assert.Contains("instrumentation_events_total{event=\"server_startup_complete\"}", await http.GetStringAsync(address), StringComparison.Ordinal);
        await host.StopAsync().Soon();
        Assert.Equal(0, monitor.GetSnapshot().TransportCount);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(IPAddress.Loopback, address.Port));
    }

    [Fact]
    public async Task PortInUseEndsTheStartWithTheKeyInTheMessage()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var host = Build(services => services.AddInstrumentation(options => options.MetricsServer.Port = port));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync());
        Assert.Equal(
            $"The metrics server cannot listen at 127.0.0.1:{port}: the port is in use. Change Instrumentation:MetricsServer:Port (or PROMETHEUS_PORT).",
            exception.Message);
    }

    private IHost Build(Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.AddProvider(_log);
        builder.Services.AddInstrumentation(static options => options.CollectionInterval = TimeSpan.Zero);
        builder.Services.AddHostedService<Idle>();
        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class Idle : BackgroundService
    {
        protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
    }

    /// <summary>Handles no event before it is let.</summary>
    private sealed class HeldHook : IPerformanceHook
    {
        private readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal ConcurrentQueue<PerformanceEvent> Seen { get; } = [];

        public async ValueTask OnEventAsync(PerformanceEvent performanceEvent, CancellationToken cancellationToken)
        {
            await _release.Task.WaitAsync(cancellationToken);
            Seen.Enqueue(performanceEvent);
        }

        internal void Release() => _release.SetResult();
    }
}
