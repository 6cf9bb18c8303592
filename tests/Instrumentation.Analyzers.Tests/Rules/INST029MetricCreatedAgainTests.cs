using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST029MetricCreatedAgainTests
{
    [Theory]
    [InlineData("foreach (var p in players) { var c = [|_meter.CreateCounter<long>(\"kills\")|]; c.Add(1); }")]
    [InlineData("for (var i = 0; i < 3; i++) [|_meter.CreateCounter<long>(\"shard\" + i)|].Add(1);")]
    [InlineData("while (true) { list.Add([|_meter.CreateCounter<long>(\"x\")|]); }")]
    [InlineData("foreach (var p in players) [|Metrics.CreateCounter(\"kills_total\", \"Kills.\")|].Inc();")]
    [InlineData("foreach (var p in players) [|InstrumentRegistry.Default.Counter(\"kills_total\", \"Kills.\")|].Increment();")]
    [InlineData("foreach (var p in players) [|_meter.CreateObservableGauge(\"x\", () => 1)|].ToString();")]
    [InlineData("players.ForEach(p => [|_meter.CreateCounter<long>(\"kills\")|].Add(1));")]
    [InlineData("var all = players.Select(p => [|_meter.CreateCounter<long>(\"kills\")|]).ToList();")]
    [InlineData("foreach (var p in players) { var m = [|new Meter(\"x\")|]; }")]
    public Task A_metric_in_a_loop_is_reported(string statement) => Verify.CompiledAnalyzer<INST029MetricCreatedAgainAnalyzer>(In(statement));

    [Theory]
    [InlineData("[|_meter.CreateCounter<long>(\"kills\")|].Add(1);")]
    [InlineData("var c = [|_meter.CreateCounter<long>(\"kills\")|]; c.Add(1); c.Add(2);")]
    [InlineData("[|Metrics.CreateCounter(\"kills_total\", \"Kills.\")|].Inc();")]
    [InlineData("[|Metrics.CreateCounter(\"kills_total\", \"Kills.\", \"region\")|].WithLabels(\"eu\").Inc();")]
    [InlineData("[|InstrumentRegistry.Default.Counter(\"kills_total\", \"Kills.\")|].Increment();")]
    [InlineData("var h = [|_meter.CreateHistogram<double>(\"wait\")|]; h.Record(1);")]
    [InlineData("app.MapGet(\"/\", () => { [|_meter.CreateCounter<long>(\"hits\")|].Add(1); });")]
    public Task A_metric_made_on_every_call_is_reported(string statement) => Verify.CompiledAnalyzer<INST029MetricCreatedAgainAnalyzer>(In(statement));

    [Theory]
    [InlineData("_field = [|_meter.CreateCounter<long>($\"kills_{playerId}\")|];")]
    [InlineData("_cache.GetOrAdd(playerId, id => [|_meter.CreateCounter<long>(\"kills_\" + playerId)|]);")]
    [InlineData("list.Add([|_meter.CreateCounter<long>(playerId)|]);")]
    public Task A_name_that_never_stops_being_new_is_reported(string statement) => Verify.CompiledAnalyzer<INST029MetricCreatedAgainAnalyzer>(In(statement));

    [Theory]
    [InlineData("_field = _meter.CreateCounter<long>(\"kills\");")]
    [InlineData("_field ??= _meter.CreateCounter<long>(\"kills\");")]
    [InlineData("_field.Add(1); foreach (var p in players) _field.Add(1);")]
    [InlineData("_cache.GetOrAdd(kind, k => _meter.CreateCounter<long>(k));")]
    [InlineData("list.Add(_meter.CreateCounter<long>(\"kills\"));")]
    [InlineData("var c = _meter.CreateCounter<long>(\"kills\"); _field = c;")]
    [InlineData("var c = _meter.CreateCounter<long>(\"kills\"); app.MapGet(\"/\", () => c.Add(1));")]
    [InlineData("var lazy = new Lazy<Counter<long>>(() => _meter.CreateCounter<long>(\"kills\"));")]
    [InlineData("Func<Counter<long>> make = () => _meter.CreateCounter<long>(\"kills\");")]
    [InlineData("_meter.CreateObservableGauge(\"players\", () => players.Count);")]
    [InlineData("foreach (var p in players) later.Add(() => _meter.CreateCounter<long>(\"kills\"));")]
    [InlineData("foreach (var p in players) p.ToString();")]
    [InlineData("_service.CreateCounter(\"kills\").Add(1);")]
    public Task What_is_kept_does_not_trigger(string statement) => Verify.CompiledAnalyzer<INST029MetricCreatedAgainAnalyzer>(In(statement));

    [Theory]
    [InlineData("public C() { var c = _meter.CreateCounter<long>(\"kills\"); c.Add(0); }")]
    [InlineData("static C() { _meter.CreateCounter<long>(\"starts\").Add(1); }")]
    [InlineData("static readonly Counter<long> s_kills = _meter.CreateCounter<long>(\"kills\");")]
    [InlineData("readonly Prometheus.Counter _kills = Prometheus.Metrics.CreateCounter(\"kills_total\", \"Kills.\");")]
    [InlineData("static Counter<long> Kills { get; } = _meter.CreateCounter<long>(\"kills\");")]
    [InlineData("static Counter<long> Make(Meter meter) => meter.CreateCounter<long>(\"kills\");")]
    [InlineData("static Counter<long> Make(Meter meter, string kind) => meter.CreateCounter<long>($\"{kind}_count\");")]
    [InlineData("static void Main() { var c = _meter.CreateCounter<long>(\"kills\"); c.Add(1); }")]
    [InlineData("void Initialize() { _meter.CreateCounter<long>(\"starts\").Add(1); }")]
    [InlineData("async Task StartAsync() { var c = _meter.CreateCounter<long>(\"starts\"); await Task.Yield(); c.Add(1); }")]
    [InlineData("async Task ExecuteAsync() { var c = _meter.CreateCounter<long>(\"ticks\"); while (true) { await Task.Delay(1); c.Add(1); } }")]
    public Task What_runs_once_does_not_trigger(string member) => Verify.CompiledAnalyzer<INST029MetricCreatedAgainAnalyzer>(
        $$"""
        using System.Diagnostics.Metrics;
        class C
        {
            static readonly Meter _meter = new("x");
            {{member}}
        }
        {{Stubs.Prometheus}}
        """);

    private static string In(string statement) =>
        $$"""
        using System.Collections.Concurrent;
        using System.Diagnostics.Metrics;
        using System.Linq;
        using InstrumentRegistry = Instrumentation.Metrics.InstrumentRegistry;
        using Metrics = Prometheus.Metrics;
        class C
        {
            static readonly Meter _meter = new("x");
            readonly ConcurrentDictionary<string, Counter<long>> _cache = new();
            Counter<long> _field = null!;
            readonly Service _service = new();
            void Handle(List<string> players, List<object> list, List<Func<object>> later, App app, string playerId, string kind)
            {
                {{statement}}
            }
        }
        class App { public void MapGet(string path, Action handler) { } }
        class Service { public Counter<long> CreateCounter(string name) => null!; }
        {{Stubs.Prometheus}}
        """;

    [Fact]
    public Task The_metric_is_kept_in_a_static_field() => Verify.Fix<INST029MetricCreatedAgainAnalyzer, INST029MetricCreatedAgainFix>(
        """
        using System.Diagnostics.Metrics;

        class C
        {
            private static readonly Meter s_meter = new("x");

            void Handle()
            {
                var kills = [|s_meter.CreateCounter<long>("arena.kills")|];
                kills.Add(1);
            }
        }
        """,
        """
        using System.Diagnostics.Metrics;

        class C
        {
            private static readonly Meter s_meter = new("x");
            private static readonly Counter<long> s_arenaKills = s_meter.CreateCounter<long>("arena.kills");

            void Handle()
            {
                var kills = s_arenaKills;
                kills.Add(1);
            }
        }
        """);

    [Fact]
    public Task A_metric_of_our_own_is_kept_as_well() => Verify.Fix<INST029MetricCreatedAgainAnalyzer, INST029MetricCreatedAgainFix>(
        """
        using Instrumentation.Metrics;

        class C
        {
            void Handle()
            {
                [|InstrumentRegistry.Default.Counter("kills_total", "Kills.")|].Increment();
            }
        }
        """,
        """
        using Instrumentation.Metrics;

        class C
        {
            private static readonly Counter s_kills = InstrumentRegistry.Default.Counter("kills_total", "Kills.");
            void Handle()
            {
                s_kills.Increment();
            }
        }
        """);
}
