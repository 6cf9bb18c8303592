using Instrumentation.Alerting;
using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.Metrics;

// A process to be killed: its load is what a file says, its alerts are told to another file.
var (state, valueFile, log, wait) = (args[0], args[1], args[2], args[3]);
var registry = new InstrumentRegistry();
var load = registry.Gauge("load", "Load.");
registry.AddCollector("load", () => load.Set(double.Parse(File.ReadAllText(valueFile), System.Globalization.CultureInfo.InvariantCulture)));
var options = new AlertingOptions
{
    SampleInterval = TimeSpan.FromMilliseconds(100),
    EvaluationInterval = TimeSpan.FromMilliseconds(100),
    StatePath = state,
};
var manager = new AlertManager(options, registry: registry);
await manager.LoadStateAsync();
manager.AddSink(new FileSink(log));
manager.AddRule(new AlertRule { Name = "HighLoad", Expression = "load > 10", For = TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture) });
manager.Start();
await File.WriteAllTextAsync(log + ".ready", "");
await Task.Delay(Timeout.Infinite);

internal sealed class FileSink(string path) : IAlertSink
{
    public string Name => "file";

    public async ValueTask OnTransition(AlertTransition transition, CancellationToken cancellationToken) =>
        await File.AppendAllTextAsync(path, $"{transition.Alert.Name} {transition.From}→{transition.To}\n", cancellationToken);
}
