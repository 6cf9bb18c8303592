using System.Globalization;
using System.Text;
using Instrumentation.Alerting.Rules;
using Instrumentation.Alerting.Tests.Export;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Tests;

/// <summary>
/// 50 rules over generated samples, evaluated here, and by Prometheus' own rule engine in promtool: at each of 60 evaluations the same alerts pending and firing since the same
/// times, with the same values, labels and texts. Windows do not begin at a sample, since versions differ in whether that one is in.
/// </summary>
public class PrometheusComparisonTests
{
    private const int Steps = 60;
    private const int Interval = 15;
    private static readonly string[] s_hosts = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Fifty_rules_have_the_same_alerts_at_the_same_times(int seed)
    {
        Assert.SkipUnless(File.Exists(Tools.Promtool), "promtool is not installed (Debian: prometheus).");

        var samples = Samples(new Random(seed));
        var rules = MakeRules();
        Assert.Equal(50, rules.Count);
        var test = new StringBuilder("rule_files: [rules.yml]\nevaluation_interval: 15s\ntests:\n- interval: 15s\n  input_series:\n");
        foreach (var (labels, values) in samples)
        {
            test.Append(CultureInfo.InvariantCulture, $"  - series: '{Series(labels)}'\n    values: '{string.Join(' ', values.Select(static value => value is null ? "_" : double.IsNaN(value.Value) ? "stale" : Numbers.Format(value.Value)))}'\n");
        }

        var (alerts, queries) = (new StringBuilder(), new StringBuilder());
        var seen = await Evaluate(samples, rules, alerts, queries);
        test.Append("  alert_rule_test:\n").Append(alerts).Append("  promql_expr_test:\n").Append(queries);

        // Enough happens for the comparison to mean something.
        Assert.True(seen.Pending > 300 && seen.Firing > 300 && seen.Names > 40, $"{seen}");
        var (code, output) = await Tools.RunAsync(Tools.Promtool, ["test", "rules", "test.yml"], ("rules.yml", RulesFile(rules)), ("test.yml", test.ToString()));
        Assert.True(code == 0, output[..Math.Min(output.Length, 8_000)]);
    }

    private static async Task<(int Pending, int Firing, int Names)> Evaluate(
        List<(Labels Labels, double?[] Values)> samples, List<AlertRule> rules, StringBuilder alerts, StringBuilder queries)
    {
        // promtool's time begins in 1970.
        var time = new SettableTime();
        time.Set(DateTimeOffset.UnixEpoch - time.GetUtcNow());
        await using var world = new World(static options =>
        {
            options.SampleInterval = TimeSpan.FromSeconds(Interval);
            options.EvaluationInterval = TimeSpan.FromSeconds(Interval);
        }, time: time);
        world.Manager.ReplaceGroup(new RuleGroup { Name = "g", Rules = rules });
        var (pending, firing) = (new Query(PromQLParser.ParseOrThrow("ALERTS")), new Query(PromQLParser.ParseOrThrow("ALERTS_FOR_STATE")));
        var names = new HashSet<string>();
        var (pendingCount, firingCount) = (0, 0);
        for (var step = 0; step < Steps; step++)
        {
            var now = step * Interval * 1000L;
            foreach (var (labels, values) in samples)
            {
                if (values[step] is { } value)
                {
                    world.Manager.History.Append(labels, now, double.IsNaN(value) ? SpecialValues.Stale : value);
                }
            }

            world.Manager.Tick();
            if (step == 0)
            {
                // Before the first multiple of the interval nothing is evaluated here.
                time.Pass(TimeSpan.FromSeconds(Interval));
                continue;
            }

            AppendQuery(queries, "ALERTS", step, pending.EvaluateVector(world.Manager.History, now));
            AppendQuery(queries, "ALERTS_FOR_STATE", step, firing.EvaluateVector(world.Manager.History, now));
            var active = world.Manager.GetActiveAlerts();
            pendingCount += active.Count(static alert => alert.State == Lifecycle.AlertState.Pending);
            firingCount += active.Count(static alert => alert.State == Lifecycle.AlertState.Firing);
            names.UnionWith(active.Select(static alert => alert.Name));
            foreach (var rule in rules)
            {
                AppendAlerts(alerts, rule, step, active.Where(alert => alert.Name == rule.Name && alert.State == Lifecycle.AlertState.Firing));
            }

            time.Pass(TimeSpan.FromSeconds(Interval));
        }

        return (pendingCount, firingCount, names.Count);
    }

    private static void AppendQuery(StringBuilder text, string query, int step, ReadOnlySpan<VectorSample> vector)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - expr: {query}\n    eval_time: {step * Interval}s\n    exp_samples:{(vector.Length == 0 ? " []" : "")}\n");
        foreach (var sample in vector)
        {
            text.Append(CultureInfo.InvariantCulture, $"    - labels: '{Series(sample.Labels)}'\n      value: {Numbers.Format(sample.Value)}\n");
        }
    }

    private static void AppendAlerts(StringBuilder text, AlertRule rule, int step, IEnumerable<Lifecycle.Alert> firing)
    {
        var all = firing.ToList();
        text.Append(CultureInfo.InvariantCulture, $"  - alertname: {rule.Name}\n    eval_time: {step * Interval}s\n    exp_alerts:{(all.Count == 0 ? " []" : "")}\n");
        foreach (var alert in all)
        {
            text.Append("    - exp_labels:\n");
            foreach (var label in alert.Labels.Span.ToArray().Where(static label => label.Name != "alertname"))
            {
                text.Append(CultureInfo.InvariantCulture, $"        {label.Name}: '{label.Value}'\n");
            }

            text.Append("      exp_annotations:\n");
            foreach (var annotation in alert.Annotations.Span)
            {
                text.Append(CultureInfo.InvariantCulture, $"        {annotation.Name}: '{annotation.Value}'\n");
            }
        }
    }

    private static string Series(Labels labels) => labels.Name + labels.DropMetadata();

    /// <summary>Loads that go up and down, with gaps and ends; counters that start anew; a histogram.</summary>
    private static List<(Labels Labels, double?[] Values)> Samples(Random random)
    {
        var all = new List<(Labels, double?[])>();
        foreach (var host in s_hosts)
        {
            all.Add((Make("load", host), Values(random, 20, isCounter: false)));
            all.Add((Make("temperature", host), Values(random, 100, isCounter: false)));
            all.Add((Make("requests_total", host), Values(random, 50, isCounter: true)));
            all.Add((Make("errors_total", host), Values(random, 9, isCounter: true)));
        }

        // Not from zero: near it the versions extrapolate rates differently.
        double[] counts = [500, 1_000, 2_000];
        var buckets = counts.Select(static _ => new double?[Steps]).ToArray();
        for (var step = 0; step < Steps; step++)
        {
            var total = 0;
            for (var bucket = 0; bucket < counts.Length; bucket++)
            {
                total += random.Next(0, 10);
                counts[bucket] += total;
                buckets[bucket][step] = step == 0 ? null : counts[bucket];
            }
        }

        string[] bounds = ["0.1", "1", "+Inf"];
        all.AddRange(bounds.Select((bound, i) => (Labels.From([new("__name__", "wait_seconds_bucket"), new("le", bound)]), buckets[i])));
        return all;

        static Labels Make(string name, string host) => Labels.From([new("__name__", name), new("host", host), new("zone", host is "a" or "b" ? "eu" : "us")]);
    }

    private static double?[] Values(Random random, int most, bool isCounter)
    {
        var values = new double?[Steps];
        double current = isCounter ? 5_000 : random.Next(most);
        for (var step = 1; step < Steps; step++)
        {
            current = isCounter
                ? random.Next(20) == 0 ? 1_000 + random.Next(3) : current + random.Next(most)
                : Math.Clamp(current + random.Next(-most / 3, (most / 3) + 1), 0, most);
            values[step] = random.Next(30) switch { 0 => null, 1 when !isCounter => double.NaN, _ => current };
        }

        return values;
    }

    private static List<AlertRule> MakeRules()
    {
        string[] conditions =
        [
            "load > 10", "load >= 15", "load < 5", "load == 10", "load != 10 and load > 12", "load > on (host) group_left () (temperature / 8)", "load > 8 unless temperature > 50",
            "load > 14 or temperature > 90", "sum(load) > 50", "sum by (zone) (load) > 25", "avg without (host) (load) > 11", "max(temperature) > 80", "min by (zone) (temperature) < 20",
            "count(load > 10) >= 3", "sum(topk(2, load)) > 30", "min(bottomk(2, temperature)) < 15", "stddev(load) > 6", "quantile(0.9, load) > 16", "absent(load{host=\"a\"})",
            "absent_over_time(load{host=\"b\"}[20s])", "avg_over_time(load[50s]) > 10", "max_over_time(temperature[70s]) > 85", "min_over_time(load[40s]) > 6",
            "sum_over_time(load[1m10s]) > 45", "count_over_time(load[2m5s]) < 8", "last_over_time(load[20s]) > 12", "present_over_time(temperature[20s]) == 1 and temperature > 60",
            "changes(load[1m5s]) > 3", "resets(requests_total[5m5s]) > 0", "stddev_over_time(temperature[2m5s]) > 15", "quantile_over_time(0.5, load[1m5s]) > 11",
            "delta(temperature[1m5s]) > 20", "deriv(load[1m5s]) > 0.1", "predict_linear(load[2m5s], 60) > 25", "rate(requests_total[1m5s]) > 1.5", "sum by (zone) (rate(requests_total[1m5s])) > 4",
            "irate(requests_total[1m5s]) > 2", "idelta(temperature[40s]) < -10", "increase(errors_total[2m5s]) > 30",
            "rate(errors_total[1m5s]) / rate(requests_total[1m5s]) > 0.2", "histogram_quantile(0.9, rate(wait_seconds_bucket[1m5s])) > 0.9",
            "histogram_quantile(0.5, rate(wait_seconds_bucket[2m5s])) > 0.4", "load offset 30s > 12", "max_over_time(sum(load)[1m5s:15s]) > 60", "abs(delta(temperature[50s])) > 25",
            "clamp_max(load, 12) == 12", "round(temperature, 10) == 50", "label_replace(load, \"short\", \"$1\", \"zone\", \"(.).\") > 13", "vector(time()) > 300 < 500", "vector(scalar(sum(load)) > bool 50) == 1",
        ];
        string[] fors = ["0s", "15s", "30s", "1m", "1m30s"];
        string[] keeps = ["0s", "0s", "45s"];
        return [.. conditions.Select((condition, i) => new AlertRule
        {
            Name = $"Rule{i}",
            Expression = condition,
            For = Parse(fors[i % fors.Length]),
            KeepFiringFor = Parse(keeps[i % keeps.Length]),
            Labels = [new("severity", i % 2 == 0 ? "warning" : "critical"), new("where", "{{ $labels.host }}/{{ $labels.zone }}")],
            // The versions take means in another order, which the last digit shows.
            Annotations = [new("value", condition.Contains('(', StringComparison.Ordinal) ? "{{ printf \"%.10g\" $value }}" : "{{ $value }}"), new("human", "{{ $value | humanize }} {{ humanizeDuration $value }} {{ printf \"%.3f\" $value }}")],
        })];
    }

    private static TimeSpan Parse(string duration) => DurationText.TryParse(duration, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : throw new FormatException(duration);

    private static string RulesFile(List<AlertRule> rules)
    {
        var text = new StringBuilder("groups:\n- name: g\n  interval: 15s\n  rules:\n");
        foreach (var rule in rules)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - alert: {rule.Name}\n    expr: '{rule.Expression}'\n    for: {rule.For.TotalSeconds}s\n    keep_firing_for: {rule.KeepFiringFor.TotalSeconds}s\n    labels:\n");
            foreach (var (name, value) in rule.Labels)
            {
                text.Append(CultureInfo.InvariantCulture, $"      {name}: '{value}'\n");
            }

            text.Append("    annotations:\n");
            foreach (var (name, value) in rule.Annotations)
            {
                text.Append(CultureInfo.InvariantCulture, $"      {name}: '{value}'\n");
            }
        }

        return text.ToString();
    }
}
