using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST030UnboundedTagTests
{
    private const string Usings = """
        using System.Diagnostics;
        using System.Diagnostics.Metrics;
        using System.Net;
        using System.Linq;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Http.Features;
        using Microsoft.AspNetCore.Routing;
        using System.Security.Claims;

        """;

    private const string Types = """

        public enum Weapon { Bow, Rifle }
        public record Player(Guid Id, string Name, string Region, int Level, Weapon Weapon) { public string Email => ""; }
        public readonly record struct PlayerId(string Value);
        public readonly record struct WeaponClass(string Value);
        public class PlayerSession { public string Id => ""; public string State => ""; public Player Player => null!; }
        public class Map { public string Id => ""; public string Name => ""; }
        """;

    [Theory]
    [InlineData("\"user.id\", [|id|]")]
    [InlineData("\"player\", [|player.Id|]")]
    [InlineData("\"player\", [|player.Id.ToString()|]")]
    [InlineData("\"player\", [|player.Name|]")]
    [InlineData("\"who\", [|player.Email|]")]
    [InlineData("\"level_name\", [|Guid.NewGuid().ToString(\"N\")|]")]
    [InlineData("\"reason\", [|ex.Message|]")]
    [InlineData("\"reason\", [|ex.ToString()|]")]
    [InlineData("\"reason\", [|ex|]")]
    [InlineData("\"reason\", [|ex.InnerException?.Message|]")]
    [InlineData("\"reason\", [|ex.StackTrace ?? \"none\"|]")]
    [InlineData("\"level_id\", [|Environment.TickCount64|]")]
    [InlineData("\"route\", [|context.Request.Path|]")]
    [InlineData("\"route\", [|context.Request.Path.Value|]")]
    [InlineData("\"route\", [|context.Request.Path.Value?.ToLowerInvariant()|]")]
    [InlineData("\"route\", [|(string)context.Request.Path|]")]
    [InlineData("\"query\", [|context.Request.QueryString.Value|]")]
    [InlineData("\"host\", [|context.Request.Host.Value|]")]
    [InlineData("\"browser\", [|context.Request.Headers[\"User-Agent\"]|]")]
    [InlineData("\"browser\", [|context.Request.Headers.UserAgent|]")]
    [InlineData("\"id\", [|context.TraceIdentifier|]")]
    [InlineData("\"connection\", [|context.Connection.Id|]")]
    [InlineData("\"peer\", [|context.Connection.RemoteIpAddress|]")]
    [InlineData("\"peer\", [|context.Connection.RemoteIpAddress?.ToString()|]")]
    [InlineData("\"who\", [|context.User.Identity!.Name|]")]
    [InlineData("\"who\", [|context.User.FindFirst(\"sub\")?.Value|]")]
    [InlineData("\"when\", [|DateTime.UtcNow|]")]
    [InlineData("\"day\", [|DateTime.UtcNow.ToString(\"yyyy-MM-dd\")|]")]
    [InlineData("\"key\", [|$\"{player.Region}:{player.Id}\"|]")]
    [InlineData("\"key\", [|\"p-\" + id|]")]
    [InlineData("\"key\", [|string.Format(\"{0}/{1}\", player.Region, player.Id)|]")]
    [InlineData("\"trace\", [|Activity.Current?.TraceId|]")]
    [InlineData("\"trace\", [|Activity.Current!.Id|]")]
    [InlineData("\"damage\", [|damage|]")]
    [InlineData("\"damage\", [|damage.ToString()|]")]
    [InlineData("\"elapsed\", [|watch.Elapsed|]")]
    [InlineData("\"elapsed\", [|watch.ElapsedMilliseconds|]")]
    [InlineData("\"player\", [|new PlayerId(\"x\" + id)|]")]
    [InlineData("\"player\", [|playerId.Value|]")]
    [InlineData("\"match\", [|GetMatchId()|]")]
    [InlineData("\"user.id\", [|Compute()|]")]
    [InlineData("\"url\", [|new Uri(\"http://x\").AbsoluteUri|]")]
    [InlineData("\"session\", [|session.Id|]")]
    [InlineData("\"who\", [|flag ? \"anonymous\" : id|]")]
    [InlineData("\"who\", [|player.Weapon switch { Weapon.Bow => \"bow\", _ => player.Name }|]")]
    [InlineData("\"file\", [|System.IO.Path.GetFileName(id)|]")]
    [InlineData("\"sensor_id\", [|text|]")]
    public Task Values_without_end_are_reported(string pair) => Verify.CompiledAnalyzer<INST030UnboundedTagAnalyzer>(Meter($"_counter.Add(1, new KeyValuePair<string, object?>({pair}));"));

    [Theory]
    [InlineData("\"player_id\", \"constant\"")]
    [InlineData("\"player_id\", nameof(Player)")]
    [InlineData("\"path\", Fixed")]
    [InlineData("\"url\", s_url")]
    [InlineData("\"message\", flag ? \"yes\" : \"no\"")]
    [InlineData("\"message\", player.Weapon switch { Weapon.Bow => \"bow\", Weapon.Rifle => \"rifle\", _ => throw new InvalidOperationException() }")]
    [InlineData("\"user\", flag")]
    [InlineData("\"user\", flag.ToString()")]
    [InlineData("\"user\", player.Weapon")]
    [InlineData("\"user\", player.Weapon.ToString()")]
    [InlineData("\"user\", player.Weapon.ToString().ToLowerInvariant()")]
    [InlineData("\"user\", Enum.GetName(player.Weapon)")]
    [InlineData("\"region\", player.Region")]
    [InlineData("\"weapon\", $\"{player.Weapon}-{flag}\"")]
    [InlineData("\"level\", player.Level")]
    [InlineData("\"map\", map.Name")]
    [InlineData("\"map.id\", map.Id")]
    [InlineData("\"state\", session.State")]
    [InlineData("\"error.type\", ex.GetType().Name")]
    [InlineData("\"error.type\", ex.GetType().FullName")]
    [InlineData("\"exception\", typeof(Player).Name")]
    [InlineData("\"http.request.method\", context.Request.Method")]
    [InlineData("\"url.scheme\", context.Request.Scheme")]
    [InlineData("\"network.protocol.version\", context.Request.Protocol")]
    [InlineData("\"http.response.status_code\", context.Response.StatusCode")]
    [InlineData("\"status\", context.Response.StatusCode.ToString()")]
    [InlineData("\"status\", (int)HttpStatusCode.OK")]
    [InlineData("\"status\", (int)status")]
    [InlineData("\"class\", $\"{context.Response.StatusCode / 100}xx\"")]
    [InlineData("\"http.route\", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText")]
    [InlineData("\"shard\", Math.Abs(id.GetHashCode()) % 16")]
    [InlineData("\"attempt\", attempt")]
    [InlineData("\"hour\", DateTime.UtcNow.Hour")]
    [InlineData("\"weekday\", DateTime.UtcNow.DayOfWeek.ToString()")]
    [InlineData("\"path\", NormalizePath(context.Request.Path)")]
    [InlineData("\"path\", s_known.Contains(id) ? id : \"other\"")]
    [InlineData("\"player.tier\", TierOf(player.Id)")]
    [InlineData("\"machine\", Environment.MachineName")]
    [InlineData("\"worker.id\", worker")]
    [InlineData("\"weapon\", s_names[player.Weapon]")]
    [InlineData("\"class\", new WeaponClass(\"x\")")]
    [InlineData("\"reason\", text")]
    [InlineData("\"queue\", text")]
    public Task Values_that_are_few_do_not_trigger(string pair) => Verify.CompiledAnalyzer<INST030UnboundedTagAnalyzer>(Meter($"_counter.Add(1, new KeyValuePair<string, object?>({pair}));"));

    [Theory]
    [InlineData("_counter.Add(1, new(\"region\", player.Region), new(\"user.id\", [|id|]));")]
    [InlineData("_counter.Add(1, [new(\"user.id\", [|id|])]);")]
    [InlineData("_counter.Add(1, new KeyValuePair<string, object?>[] { new(\"user.id\", [|id|]) });")]
    [InlineData("_counter.Add(1, KeyValuePair.Create<string, object?>(\"user.id\", [|id|]));")]
    [InlineData("_histogram.Record(1.5, new KeyValuePair<string, object?>(\"user.id\", [|id|]));")]
    [InlineData("var tag = new KeyValuePair<string, object?>(\"user.id\", [|id|]); _counter.Add(1, tag);")]
    [InlineData("_counter.Add(1, new TagList { { \"user.id\", [|id|] } });")]
    [InlineData("var tags = new TagList(); tags.Add(\"user.id\", [|id|]); tags.Add(\"region\", player.Region); _counter.Add(1, tags);")]
    [InlineData("TagList tags = default; tags.Add(new(\"user.id\", [|id|])); _counter.Add(1, in tags); _histogram.Record(1, tags);")]
    [InlineData("var tags = new TagList([new(\"user.id\", [|id|])]); _counter.Add(1, tags);")]
    [InlineData("_meter.CreateObservableGauge(\"x\", () => new Measurement<int>(1, new KeyValuePair<string, object?>(\"user.id\", [|id|])));")]
    [InlineData("_meter.CreateUpDownCounter<long>(\"x\").Add(1, new KeyValuePair<string, object?>(\"user.id\", [|id|]));")]
    [InlineData("context.Features.Get<IHttpMetricsTagsFeature>()!.Tags.Add(new(\"user.id\", [|id|]));")]
    [InlineData("var who = player.Id; _counter.Add(1, new KeyValuePair<string, object?>(\"who\", [|who|]));")]
    public Task Tags_are_found_in_every_form(string statement) => Verify.CompiledAnalyzer<INST030UnboundedTagAnalyzer>(Meter(statement));

    [Theory]
    [InlineData("Activity.Current?.SetTag(\"user.id\", id);")]
    [InlineData("Activity.Current?.AddTag(\"user.id\", id);")]
    [InlineData("using var activity = new ActivitySource(\"x\").StartActivity(\"y\", ActivityKind.Internal, null, new TagList { { \"user.id\", id } });")]
    [InlineData("Activity.Current?.AddEvent(new ActivityEvent(\"x\", tags: new ActivityTagsCollection { { \"user.id\", id } }));")]
    [InlineData("_counter.Add(1);")]
    [InlineData("_histogram.Record(damage);")]
    [InlineData("var list = new List<KeyValuePair<string, object?>> { new(\"user.id\", id) };")]
    [InlineData("var who = flag ? \"a\" : \"b\"; _counter.Add(1, new KeyValuePair<string, object?>(\"user.id\", who));")]
    [InlineData("string path; if (flag) path = \"/a\"; else path = \"/b\"; _counter.Add(1, new KeyValuePair<string, object?>(\"path\", path));")]
    [InlineData("for (var shard = 0; shard < 8; shard++) _counter.Add(1, new KeyValuePair<string, object?>(\"n\", shard));")]
    [InlineData("new Dictionary<string, object?>().Add(\"user.id\", id);")]
    public Task Other_calls_do_not_trigger(string statement) => Verify.CompiledAnalyzer<INST030UnboundedTagAnalyzer>(Meter(statement));

    [Theory]
    [InlineData("_byPlayer.WithLabels([|id|]).Inc();")]
    [InlineData("_byPlayer.WithLabels([|playerId.Value|]).Inc();")]
    [InlineData("_byPlayer.Labels([|text|]).Inc();")]
    [InlineData("_configured.WithLabels(\"eu\", [|text|]).Observe(1);")]
    [InlineData("_inConstructor.WithLabels([|text|]).Inc();")]
    [InlineData("Metrics.CreateCounter(\"x_total\", \"X.\", \"email\").WithLabels([|text|]).Inc();")]
    [InlineData("_gauge.WithLabels([|ex.Message|]).Set(1);")]
    [InlineData("_gauge.WithLabels([|context.Request.Path|]).Set(1);")]
    [InlineData("_gauge.WithLabels(new[] { [|id|] }).Set(1);")]
    [InlineData("Any2.WithLabels([|damage.ToString()|]).Inc();")]
    [InlineData("Any.WithLabels([|player.Email|]).Inc();")]
    public Task Labels_of_prometheus_net_are_reported(string statement) => Verify.CompiledAnalyzer<INST030UnboundedTagAnalyzer>(Prometheus(statement));

    [Theory]
    [InlineData("_byPlayer.WithLabels(\"all\").Inc();")]
    [InlineData("_gauge.WithLabels(text).Set(1);")]
    [InlineData("_gauge.WithLabels(player.Region).Set(1);")]
    [InlineData("_gauge.WithLabels(player.Weapon.ToString()).Set(1);")]
    [InlineData("_gauge.WithLabels(ex.GetType().Name).Set(1);")]
    [InlineData("_gauge.WithLabels(flag ? \"ok\" : \"failed\").Set(1);")]
    [InlineData("_gauge.WithLabels(context.Request.Method).Set(1);")]
    [InlineData("_byCode.WithLabels(context.Response.StatusCode.ToString(), context.Request.Method).Inc();")]
    [InlineData("_byCode.WithLabels(((int)status).ToString(), \"GET\").Inc();")]
    [InlineData("_byPlayer.RemoveLabelled(id);")]
    [InlineData("Metrics.WithLabels(new Dictionary<string, string> { [\"instance\"] = id }).CreateCounter(\"x_total\", \"X.\");")]
    [InlineData("_configured.WithLabels(\"eu\", player.Weapon == Weapon.Bow ? \"bow\" : \"rifle\").Observe(1);")]
    public Task Bounded_labels_of_prometheus_net_do_not_trigger(string statement) => Verify.CompiledAnalyzer<INST030UnboundedTagAnalyzer>(Prometheus(statement));

    [Theory]
    [InlineData("_counter.Add(1, new KeyValuePair<string, object?>(\"user.id\", [|id|]));", "_counter.Add(1);")]
    [InlineData("_counter.Add(1, new(\"region\", player.Region), new(\"user.id\", [|id|]));", "_counter.Add(1, new(\"region\", player.Region));")]
    [InlineData("_counter.Add(1, new TagList { { \"user.id\", [|id|] }, { \"region\", player.Region } });", "_counter.Add(1, new TagList { { \"region\", player.Region } });")]
    [InlineData("_counter.Add(1, [new(\"region\", player.Region), new(\"user.id\", [|id|])]);", "_counter.Add(1, [new(\"region\", player.Region)]);")]
    [InlineData("TagList tags = default;\n        tags.Add(\"user.id\", [|id|]);\n        _counter.Add(1, tags);", "TagList tags = default;\n        _counter.Add(1, tags);")]
    public Task The_tag_can_be_dropped(string statement, string expected) =>
        Verify.Fix<INST030UnboundedTagAnalyzer, INST030UnboundedTagFix>(Meter(statement), Meter(expected));

    [Theory]
    [InlineData(
        "_counter.Add(1, new(\"region\", player.Region), new(\"user.id\", [|id|]));",
        "Activity.Current?.SetTag(\"user.id\", id);\n        _counter.Add(1, new(\"region\", player.Region));")]
    [InlineData(
        "TagList tags = default;\n        tags.Add(\"user.id\", [|id|]);\n        _counter.Add(1, tags);",
        "TagList tags = default;\n        Activity.Current?.SetTag(\"user.id\", id);\n        _counter.Add(1, tags);")]
    public Task The_tag_can_be_put_on_the_span(string statement, string expected) =>
        Verify.Fix<INST030UnboundedTagAnalyzer, INST030UnboundedTagFix>(Meter(statement), Meter(expected), action: 1);

    [Fact]
    public Task All_tags_of_a_file_are_dropped_at_once() => Verify.FixAll<INST030UnboundedTagAnalyzer, INST030UnboundedTagFix>(
        Meter("_counter.Add(1, new KeyValuePair<string, object?>(\"user.id\", [|id|]));\n        _counter.Add(2, new KeyValuePair<string, object?>(\"ip\", [|text|]));"),
        Meter("_counter.Add(1);\n        _counter.Add(2);"));

    private const string Parameters =
        "string id, Player player, Exception ex, HttpContext context, int damage, Stopwatch watch, PlayerId playerId, PlayerSession session, bool flag, Map map, int attempt, int worker, string text, HttpStatusCode status";

    private const string Members = """
            private const string Fixed = "/metrics";
            private static readonly string s_url = "http://localhost";
            private static readonly HashSet<string> s_known = ["a"];
            private static readonly Dictionary<Weapon, string> s_names = new();
            private static string GetMatchId() => "";
            private static string Compute() => "";
            private static string NormalizePath(string path) => "";
            private static string TierOf(Guid player) => "";
        """;

    private static string Meter(string statement) => Usings + $$"""
        public class Service
        {
            private static readonly Meter _meter = new("game");
            private readonly Counter<long> _counter = _meter.CreateCounter<long>("x");
            private readonly Histogram<double> _histogram = _meter.CreateHistogram<double>("y");
        {{Members}}
            public void Act({{Parameters}})
            {
                {{statement}}
            }
        }
        """ + Types + Stubs.AspNetCore;

    private static string Prometheus(string statement) => Usings.Replace("using System.Diagnostics.Metrics;", "using Prometheus;", StringComparison.Ordinal) + $$"""
        public class Service
        {
            private static readonly Counter _byPlayer = Metrics.CreateCounter("kills_total", "Kills.", "player_id");
            private static readonly Counter _byCode = Metrics.CreateCounter("requests_total", "Requests.", new CounterConfiguration { LabelNames = new[] { "code", "method" } });
            private static readonly Histogram _configured = Metrics.CreateHistogram("x_seconds", "X.", new HistogramConfiguration { LabelNames = ["region", "user"] });
            private static readonly Gauge _gauge = Metrics.CreateGauge("y", "Y.", "reason");
            private readonly Counter _inConstructor;
            public Service() => _inConstructor = Metrics.CreateCounter("z_total", "Z.", "session_id");
            private ICollector<ICounter> Any => _byPlayer;
            private static ICollector<ICounter> Any2 => null!;
        {{Members}}
            public void Act({{Parameters}})
            {
                {{statement}}
            }
        }
        """ + Types + Stubs.AspNetCore + Stubs.Prometheus;
}
