using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.State;
using Instrumentation.Metrics;
using Instrumentation.Tests.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.Alerting.Tests;

/// <summary>Whatever hangs, alerts are heard and the process ends.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan s_hang = TimeSpan.FromMinutes(2);
    private readonly ManualTime _time = new();

    [Fact]
    public async Task A_store_that_hangs_keeps_nobody_from_hearing_and_no_host_from_ending()
    {
        var store = new HangingStore();
        var sink = new RecordingSink();
        var manager = new AlertManager(new AlertingOptions(), _time, null, new InstrumentRegistry(), store);
        manager.AddSink(sink);
        manager.StartPersisting();
        manager.TriggerAlert(AlertSeverity.Error, "First", "m", "s");
        await PassUntil(() => sink.Transitions.Count == 1);
        manager.TriggerAlert(AlertSeverity.Error, "Second", "m", "s");
        await PassUntil(() => sink.Transitions.Count == 2);
        Assert.Equal(1, store.Calls);
        await manager.StopAsync(new CancellationToken(canceled: true)).WaitAsync(s_hang, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Disposal_waits_only_so_long_for_a_sink_that_hangs()
    {
        var manager = new AlertManager(new AlertingOptions(), _time, null, new InstrumentRegistry());
        var sink = new HangingSink();
        manager.AddSink(sink);
        manager.TriggerAlert(AlertSeverity.Error, "First", "m", "s");
        await sink.Entered.Task.WaitAsync(s_hang, TestContext.Current.CancellationToken);
        var disposal = manager.DisposeAsync().AsTask();
        await PassUntil(() => disposal.IsCompleted);
        await disposal;
    }

    [Fact]
    public void A_container_may_be_disposed_on_the_spot()
    {
        using var provider = new ServiceCollection().AddAlerting().BuildServiceProvider();
        Assert.Empty(provider.GetRequiredService<AlertManager>().GetActiveAlerts());
    }

    [Fact]
    public void Settings_that_could_not_work_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => new AlertManager(new AlertingOptions { SampleInterval = TimeSpan.Zero }, registry: new InstrumentRegistry()));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new AlertManager(new AlertingOptions { EvaluationInterval = TimeSpan.FromSeconds(-1) }, registry: new InstrumentRegistry()));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new AlertManager(new AlertingOptions { EvaluationTimeout = TimeSpan.Zero }, registry: new InstrumentRegistry()));
        Assert.Throws<ArgumentOutOfRangeException>(static () => new AlertManager(new AlertingOptions { SinkQueueCapacity = 0 }, registry: new InstrumentRegistry()));
    }

    [Fact]
    public async Task A_notifier_that_hangs_keeps_no_host_from_ending()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var notifier = new HangingNotifier();
        builder.Services.Configure<HostOptions>(static options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(200));
        builder.Services.AddAlerting(static options => options.DeclaredRules = false).AddSingleton<INotifier>(notifier);
        using var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        host.Services.GetRequiredService<AlertManager>().TriggerAlert(AlertSeverity.Error, "First", "m", "s");
        await notifier.Entered.Task.WaitAsync(s_hang, TestContext.Current.CancellationToken);
        await host.StopAsync(TestContext.Current.CancellationToken).WaitAsync(s_hang, TestContext.Current.CancellationToken);
    }

    private async Task PassUntil(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(s_hang);
        while (!condition())
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, limit.Token);
        }
    }

    private sealed class HangingStore : IAlertStateStore
    {
        public int Calls { get; private set; }

        public ValueTask<ReadOnlyMemory<byte>?> LoadAsync(CancellationToken cancellationToken) => new((ReadOnlyMemory<byte>?)null);

        public async ValueTask SaveAsync(ReadOnlyMemory<byte> state, CancellationToken cancellationToken)
        {
            Calls++;
            await new TaskCompletionSource().Task;
        }

        public ValueTask<string> SetAsideAsync(CancellationToken cancellationToken) => new("");
    }

    private sealed class HangingSink : IAlertSink
    {
        public TaskCompletionSource Entered { get; } = new();

        public string Name => "hanging";

        public async ValueTask OnTransition(AlertTransition transition, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            await new TaskCompletionSource().Task;
        }
    }

    private sealed class HangingNotifier : INotifier
    {
        public TaskCompletionSource Entered { get; } = new();

        public string Name => "hanging";

        public ValueTask SendAsync(AlertNotification notification, CancellationToken cancellationToken)
        {
            Entered.TrySetResult();
            Thread.Sleep(Timeout.Infinite);
            return ValueTask.CompletedTask;
        }
    }
}
