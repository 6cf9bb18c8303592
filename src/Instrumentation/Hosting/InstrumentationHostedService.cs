using Instrumentation.Hooks;
using Instrumentation.Hosting.Server;
using Instrumentation.Metrics;
using Instrumentation.Monitoring;
using Instrumentation.Rules;
using Instrumentation.Weaving;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.Hosting;

/// <summary>Ties the monitor's life to the host's: times start-up and shut-down, adds the hooks, opens the stand-alone port, and says what is amiss.</summary>
internal sealed class InstrumentationHostedService(
    PerformanceMonitor monitor,
    PerformanceSources sources,
    SingletonMembers members,
    IOptions<InstrumentationOptions> options,
    IServiceProvider services,
    ILoggerFactory loggerFactory) : IHostedLifecycleService, IAsyncDisposable, IDisposable
{
    private readonly TimeProvider _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly ILogger _logger = loggerFactory.CreateLogger<InstrumentationHostedService>();
    private MetricsServer? _server;
    private IDisposable? _serverTransports;
    private HostCollectors? _collectors;
    private long _starting;
    private long _stopping;
    private volatile bool _isDisposed;

    /// <summary>The stand-alone server, while it runs.</summary>
    internal MetricsServer? Server => _server;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _starting = _time.GetTimestamp();
        var settings = options.Value;
        foreach (var hook in Hooks(settings))
        {
            monitor.AddHook(hook);
        }

        _collectors = new HostCollectors(settings.Collectors, InstrumentRegistry.Default);
        if (settings.MetricsServer.Port is not null)
        {
            StartServer(settings);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        // Only now: the container may not be asked for its hosted services while it makes them.
        var hosted = services.GetServices<IHostedService>().Count(service => service != this && service is not GameEventHostedService);
        sources.Services = () => hosted;
        members.Add(services);
        monitor.State.MarkStarted(_time.GetElapsedTime(_starting));

        InstrumentRegistry.Default.Notices.Listen(Notice);

        // Assemblies report themselves when they are loaded, and by now the application's own are.
        foreach (var assembly in WovenAssemblies.Missing)
        {
            HostingLog.NotWoven(_logger, assembly);
        }

        var rules = DeclaredRules.All.Sum(static set => set.Alerts.Count + set.Recordings.Count);
        if (rules > 0 && services.GetService<IRuleEvaluator>() is null)
        {
            HostingLog.RulesNotEvaluated(_logger, rules);
        }

        monitor.RecordEvent(PerformanceEvents.StartupComplete);
        if (options.Value.CollectionInterval > TimeSpan.Zero)
        {
            monitor.StartPeriodicCollection(options.Value.CollectionInterval, CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = _time.GetTimestamp();
        monitor.RecordEvent(PerformanceEvents.ShutdownStarted);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        monitor.State.MarkStopped(_time.GetElapsedTime(_stopping));
        monitor.RecordEvent(PerformanceEvents.Shutdown);
        try
        {
            await monitor.DrainAsync().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            HostingLog.HooksNotDone(_logger);
        }

        await DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        members.Dispose();
        Interlocked.Exchange(ref _serverTransports, null)?.Dispose();
        Interlocked.Exchange(ref _collectors, null)?.Dispose();
        if (Interlocked.Exchange(ref _server, null) is { } server)
        {
            await server.DisposeAsync().ConfigureAwait(false);
        }
    }

    public void Dispose() => DisposeAsync().AsTask().Forget();

    /// <summary>Conflicting registrations and the like. The registry outlives the host, and the host's loggers do not.</summary>
    private void Notice(string notice)
    {
        if (_isDisposed)
        {
            return;
        }

        try
        {
            HostingLog.Notice(_logger, notice);
        }
        catch (Exception)
        {
            // A logging provider that throws must not reach whoever registers an instrument: that may be a module's initialiser. The registry
            // has counted the notice, and there is nowhere left to say more.
        }
    }

    private void StartServer(InstrumentationOptions settings)
    {
        var logger = loggerFactory.CreateLogger<MetricsServer>();
        var content = new ServerContent(settings.MetricsPath, settings.HealthPath, InstrumentRegistry.Default, logger);
        var server = new MetricsServer(settings.MetricsServer, content, _time, logger);
        server.Start();
        _server = server;
        _serverTransports = sources.AddTransports(() => server.Endpoints.Count);
    }

    private IEnumerable<IPerformanceHook> Hooks(InstrumentationOptions settings)
    {
        if (settings.Hooks.Logging)
        {
            yield return new LoggingHook(loggerFactory.CreateLogger<LoggingHook>());
        }

        if (settings.Hooks.Thresholds)
        {
            yield return new ThresholdViolationHook(settings.Thresholds, loggerFactory.CreateLogger<ThresholdViolationHook>());
        }

        if (settings.Hooks.Metrics)
        {
            yield return new MetricsHook();
        }

        foreach (var hook in services.GetServices<IPerformanceHook>())
        {
            yield return hook;
        }
    }
}
