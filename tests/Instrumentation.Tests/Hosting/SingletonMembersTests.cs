using Instrumentation.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.Tests.Hosting;

[Collection(HostTests.Hosts)]
public sealed class SingletonMembersTests
{
    private static readonly InstrumentRegistry s_registry;

    static SingletonMembersTests() => s_registry = MakeRegistry();

    private interface IArena;

    private interface IUnrelated;

    [Fact]
    public async Task Singletons_are_read_however_they_were_registered_until_the_host_stops()
    {
        var transients = 0;
        using (var host = Build(services =>
        {
            services.AddSingleton<Arena>();
            services.AddSingleton<IArena>(static provider => provider.GetRequiredService<Arena>());
            services.AddSingleton(new Arena { Players = 10 });
            services.AddSingleton<IArena>(static _ => new Arena { Players = 100 });
            services.AddKeyedSingleton<IArena, Arena>("red");
            services.AddKeyedSingleton<IArena>("blue", static (_, _) => new Arena { Players = 1_000 });
            services.AddKeyedSingleton<Arena>(KeyedService.AnyKey);
            services.AddHostedService(static _ => new HostedArena { Players = 10_000 });
            services.AddSingleton(typeof(List<>));
            services.AddSingleton<HiddenArena>();
            services.AddScoped<HiddenArena>();
            services.AddTransient(_ =>
            {
                transients++;
                return new HiddenArena();
            });
        }))
        {
            await host.StartAsync();

            // Two of 1 by type, one of them keyed.
            Assert.Equal(11_112, Value("di_arena_players"));
            Assert.Equal(0, transients);
            Assert.Contains(InstrumentRegistry.Default.Notices.Messages, static notice => notice.Contains("HiddenArena could not be had", StringComparison.Ordinal));
            await host.StopAsync();
        }

        Assert.Null(Value("di_arena_players"));
    }

    [Fact]
    public async Task A_counter_keeps_its_total_over_hosts_and_hosts_add_up()
    {
        var shared = new Tally { Total = 5 };
        using var one = Build(services => services.AddSingleton(shared));
        using var two = Build(services => services.AddSingleton(shared).AddKeyedSingleton("own", new Tally { Total = 7 }));
        await one.StartAsync();
        await two.StartAsync();
        Assert.Equal(12, Value("di_tally_total"));
        await one.StopAsync();
        Assert.Equal(12, Value("di_tally_total"));
        shared.Total = 6;
        await two.StopAsync();
        Assert.Equal(13, Value("di_tally_total"));
    }

    [Fact]
    public async Task What_cannot_be_made_is_noted_and_keeps_nothing_from_starting()
    {
        using var host = Build(services => services.AddSingleton<Broken>());
        await host.StartAsync();
        await host.StopAsync();
        Assert.Contains(InstrumentRegistry.Default.Notices.Messages, static notice => notice.Contains("Broken could not be had", StringComparison.Ordinal));
        using var snapshot = InstrumentRegistry.Default.Snapshot();
        Assert.True(snapshot.Value("instrumentation_collector_failures_total", ("collector", "Broken")) >= 1);
    }

    [Fact]
    public async Task What_has_no_metrics_is_not_made()
    {
        using var host = Build(services => services
            .AddSingleton<IUnrelated>(static _ => throw new InvalidOperationException("Asked for."))
            .AddSingleton<object>(static _ => throw new InvalidOperationException("Asked for."))
            .AddSingleton<Unmade>());
        await host.StartAsync();
        await host.StopAsync();
        Assert.DoesNotContain(InstrumentRegistry.Default.Notices.Messages, static notice => notice.Contains("Asked for.", StringComparison.Ordinal));
        Assert.False(Unmade.IsMade);
    }

    private static IHost Build(Action<IServiceCollection> configure)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddInstrumentation(static options => options.CollectionInterval = TimeSpan.Zero);
        configure(builder.Services);
        return builder.Build();
    }

    private static InstrumentRegistry MakeRegistry()
    {
        var registry = new InstrumentRegistry();
        InstanceMetrics.Declare<Arena>(Define("di_arena_players"), MetricKind.Gauge, static arena => arena.Players, registry);
        InstanceMetrics.Declare<Tally>(Define("di_tally_total"), MetricKind.Counter, static tally => tally.Total, registry);
        InstanceMetrics.Declare<Broken>(Define("di_broken"), MetricKind.Gauge, static _ => 1, registry);
        return registry;
    }

    private static InstrumentDefinition Define(string name) => new() { Name = name, Help = "Help." };

    private static double? Value(string name)
    {
        using var snapshot = s_registry.Snapshot();
        return snapshot.Value(name);
    }

    private class Arena : IArena
    {
        public int Players { get; set; } = 1;
    }

    private sealed class HiddenArena : Arena;

    private sealed class HostedArena : Arena, IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class Tally
    {
        public int Total { get; set; }
    }

    private sealed class Broken
    {
        public Broken() => throw new InvalidOperationException("Broken.");
    }

    private sealed class Unmade : IUnrelated
    {
        public Unmade() => IsMade = true;

        public static bool IsMade { get; private set; }
    }
}
