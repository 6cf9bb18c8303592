using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.Alerting.State;
using Instrumentation.Metrics;

namespace Instrumentation.Alerting.Tests;

/// <summary>A manager with a registry and a clock of its own.</summary>
internal sealed class World : IAsyncDisposable
{
    public World(Action<AlertingOptions>? configure = null, IAlertStateStore? store = null, SettableTime? time = null)
    {
        Time = time ?? new SettableTime();
        var options = new AlertingOptions();
        configure?.Invoke(options);
        Registry = new InstrumentRegistry(Time);
        Manager = new AlertManager(options, Time, null, Registry, store);
        Load = Registry.Gauge("load", "Load.", Label.ForStrings("host", 100));
        Requests = Registry.Counter("requests_total", "Requests.", Label.ForStrings("host", 100));
    }

    public SettableTime Time { get; }

    public InstrumentRegistry Registry { get; }

    public AlertManager Manager { get; }

    public Gauge<string?> Load { get; }

    public Counter<string?> Requests { get; }

    public static AlertRule Rule(string name = "HighLoad", string expression = "load > 10", TimeSpan? after = null) =>
        new() { Name = name, Expression = expression, For = after ?? TimeSpan.Zero };

    /// <summary>Lets so many ticks of 5 seconds go by.</summary>
    public void Tick(int ticks = 1)
    {
        for (var i = 0; i < ticks; i++)
        {
            Time.Pass(TimeSpan.FromSeconds(5));
            Manager.Tick();
        }
    }

    public string States(string name = "HighLoad") => string.Join(
        ' ', Manager.GetActiveAlerts().Concat(Manager.GetResolvedAlerts()).Where(alert => alert.Name == name).Select(static alert => $"{alert.Labels.Get("host")}:{alert.State}"));

    public Alert Only() => Assert.Single(Manager.GetActiveAlerts());

    public double? Value(string query)
    {
        var result = new PromQL.Evaluation.Query(PromQL.Parsing.PromQLParser.ParseOrThrow(query)).EvaluateVector(Manager.History, Time.GetUtcNow().ToUnixTimeMilliseconds());
        return result.Length == 0 ? null : result[0].Value;
    }

    public ValueTask DisposeAsync() => Manager.DisposeAsync();
}
