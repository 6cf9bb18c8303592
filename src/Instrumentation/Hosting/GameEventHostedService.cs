using Instrumentation.Events;
using Instrumentation.Monitoring;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.Hosting;

/// <summary>Applies the settings of the event stream while the host runs.</summary>
internal sealed class GameEventHostedService(
    IOptions<InstrumentationOptions> options, IPerformanceMonitor monitor, ILogger<LoggingGameEventListener>? logger = null) : IHostedService
{
    private readonly List<IDisposable> _subscriptions = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value.Events;
        var stream = GameEventStream.Default;
        stream.Configure(new GameEventStreamOptions
        {
            HistorySize = settings.HistorySize,
            MaxSubscribers = settings.MaxSubscribers,
            QueueCapacity = settings.QueueCapacity,
        });
        if (settings.History)
        {
            stream.StartHistory();
        }

        if (settings.Hooks)
        {
            _subscriptions.Add(monitor.AddGameEvents());
        }

        if (settings.Logging && logger is not null)
        {
            _subscriptions.Add(stream.Subscribe(new LoggingGameEventListener(logger)));
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _subscriptions.ForEach(static subscription => subscription.Dispose());
        return Task.CompletedTask;
    }
}
