using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Configuration;
using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Instrumentation.Alerting.Hosting;

/// <summary>Ties the manager's life to the host's: state first, so that rules and receivers find theirs; then receivers, so that they hear of everything; then rules.</summary>
internal sealed class AlertingHostedService(AlertManager manager, IOptions<AlertingOptions> options, IServiceProvider services, ILoggerFactory loggers)
    : IHostedLifecycleService, IDisposable
{
    private readonly ILogger _logger = loggers.CreateLogger<AlertManager>();
    private readonly RateLimitedLog _failures = new(loggers.CreateLogger<AlertManager>(), services.GetService<TimeProvider>() ?? TimeProvider.System);
    private ITimer? _refresh;
    private IDisposable? _reload;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await manager.LoadStateAsync(cancellationToken).ConfigureAwait(false);
        foreach (var sink in services.GetServices<IAlertSink>())
        {
            manager.AddSink(sink);
        }

        foreach (var notifier in services.GetServices<INotifier>())
        {
            manager.AddNotifier(notifier);
        }

        NotifierRegistration.AddConfigured(manager, services);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <remarks>Only now are rules read: by then the application's own assemblies are loaded, and they declare theirs when they are.</remarks>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var configuration = services.GetService<IConfiguration>();
        var loader = new RuleLoader(manager, options.Value, configuration, InstrumentRegistry.Default, _logger);
        loader.Start();
        manager.Start();
        if (configuration is not null)
        {
            _reload = ChangeToken.OnChange(configuration.GetReloadToken, () => Guard(loader.ConfigurationChanged));
        }

        var interval = options.Value.RuleFilesInterval;
        if (interval > TimeSpan.Zero)
        {
            var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
            _refresh = time.CreateTimer(_ => Guard(loader.Refresh), null, interval, interval);
        }

        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        Dispose();
        await manager.StopAsync(cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _refresh?.Dispose();
        _reload?.Dispose();
    }

    private void Guard(Action load)
    {
        try
        {
            load();
        }
        catch (Exception exception)
        {
            // An exception of a timer, or of a watched file, would end the process.
            _failures.Write((logger, suppressed) => AlertingLog.LoadFailed(logger, suppressed, exception));
        }
    }
}
