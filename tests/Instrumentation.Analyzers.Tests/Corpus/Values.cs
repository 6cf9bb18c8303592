using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Http;
using System.Linq;
using System.Reflection;
using System.Runtime.CompilerServices;

public enum Kind { A, B }
public class Probe
{
    static readonly Meter M = new("x");
    static readonly Counter<long> C = M.CreateCounter<long>("c");
    static readonly Histogram<double> H = M.CreateHistogram<double>("h");
    static readonly string[] Tiers = ["a", "b"];
    const string PlayerIdTag = "player_id";
    string _sessionId = ""; string _region = ""; readonly Guid _id = Guid.NewGuid();
    static KeyValuePair<string, object?> Tag(string k, object? v) => new(k, v);
    public string Name { get; set; } = "";
    void T(string key, object? v) => C.Add(1, new KeyValuePair<string, object?>(key, v));
    void Bad(string s, int playerId, long ticks, Player player, HttpContext ctx, IPEndPoint ep, Stopwatch sw, byte[] data, Exception ex, string token, float x, DateTime dt, System.Security.Claims.ClaimsPrincipal principal, Dictionary<string,string> headers, string[] args, ulong steamId, Match match, List<string> emails)
    {
        C.Add(1, new KeyValuePair<string, object?>(PlayerIdTag, playerId)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", playerId)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", (object)playerId)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", playerId.ToString("D"))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Convert.ToString(playerId))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", player)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", player?.Id)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", _sessionId)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", _id)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", ep)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", ep.Address)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", ep.ToString())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", $"{ep.Address}:{ep.Port}")); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", sw.Elapsed.TotalMilliseconds)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Convert.ToBase64String(data))); // reported
        C.Add(1, new KeyValuePair<string, object?>("hash", Convert.ToHexString(data))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", ex.InnerException!.Message)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", ex.GetBaseException().Message)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", token)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", x)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", dt.ToShortDateString())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", dt.Ticks)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", DateTimeOffset.UtcNow.ToUnixTimeSeconds())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Environment.TickCount64)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", principal.Identity?.Name)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", principal.FindFirst("email")!.Value)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", headers["X-Request-Id"])); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", steamId)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", match.Id)); // reported
        C.Add(1, new KeyValuePair<string, object?>("match_id", match.Number)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", emails[0])); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", emails.First())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", string.Join(",", emails))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", "user:" + playerId)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", string.Concat("user:", player!.Email))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", new Uri(s))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", ctx.Request.Host)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", ctx.Request.Query())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Activity.Current?.TraceId.ToString())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Activity.Current?.SpanId.ToHexString())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Guid.NewGuid())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Guid.NewGuid().ToString()[..8])); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", new { player.Id })); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", (player.Id, 1))); // reported
        C.Add(1, new KeyValuePair<string, object?>("user", s)); // reported
        C.Add(1, new KeyValuePair<string, object?>("UserId", s)); // reported
        C.Add(1, new KeyValuePair<string, object?>("userId", Name)); // reported
        C.Add(1, new KeyValuePair<string, object?>("session.id", Get())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Random.Shared.Next())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", s.GetHashCode())); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", DateTime.Now.ToString("HH:mm:ss"))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Thread.CurrentThread.ManagedThreadId));
        C.Add(1, new KeyValuePair<string, object?>("p", player.Name)); // reported
        C.Add(1, new KeyValuePair<string, object?>("clientIp", s)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", emails.Count)); // reported
        C.Add(1, tag1: new("p", playerId), tag2: new("r", _region)); // reported
        H.Record(1, new TagList { new KeyValuePair<string, object?>("p", playerId) }); // reported
        var arr = new KeyValuePair<string, object?>[] { new("p", playerId) }; C.Add(1, arr); // reported
        ReadOnlySpan<KeyValuePair<string, object?>> span = [new("p", playerId)]; C.Add(1, span); // reported
    }
    void Worse(string s, int playerId, Order order, List<string> playerIds, Dictionary<Guid, Player> players, ref TagList tags)
    {
        C.Add(1, new KeyValuePair<string, object?>("created", order.Created)); // reported
        C.Add(1, new KeyValuePair<string, object?>("created", order.Created.ToString("O"))); // reported
        C.Add(1, Tag("p", playerId)); // reported
        C.Add(1, new KeyValuePair<string, object?>("product", order.Sku)); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Math.Min(playerId, order.Items))); // reported
        C.Add(1, new KeyValuePair<string, object?>("p", Random.Shared.Next(order.Items))); // reported
        foreach (var one in playerIds) C.Add(1, new KeyValuePair<string, object?>("p", one)); // reported
        foreach (var one in players.Keys) C.Add(1, new KeyValuePair<string, object?>("p", one)); // reported
        foreach (var one in new[] { "a", order.Sku }) C.Add(1, new KeyValuePair<string, object?>("p", one)); // reported
        tags.Add("user.id", s); // reported
    }
    string Get() => "";
    void GoodAsWell(Order order, Kind kind, TagList tags)
    {
        foreach (var one in new[] { "a", "b" }) C.Add(1, new KeyValuePair<string, object?>("room", one));
        foreach (var one in Tiers) C.Add(1, new KeyValuePair<string, object?>("room", one));
        foreach (var one in Enum.GetNames<Kind>()) C.Add(1, new KeyValuePair<string, object?>("session", one));
        C.Add(1, new KeyValuePair<string, object?>("items", Math.Min(order.Items, 5)));
        C.Add(1, new KeyValuePair<string, object?>("coin", Random.Shared.Next(2)));
        C.Add(1, new KeyValuePair<string, object?>("size", System.Numerics.BitOperations.Log2((uint)order.Items)));
        C.Add(1, new KeyValuePair<string, object?>("sign", Math.Sign(order.Items)));
        C.Add(1, Tag("user_id", "system"));
        C.Add(1, new KeyValuePair<string, object?>("pid", Environment.ProcessId));
        tags.Add("kind", kind);
        using var activity = new ActivitySource("x").StartActivity("y");
        activity?.SetTag("user.id", order.Sku);
        activity?.AddEvent(new ActivityEvent("paid", tags: new ActivityTagsCollection { { "order.id", order.Sku } }));
    }
    void Good(string s, Kind kind, Player player, HttpContext ctx, int level, int statusCode, bool ok, Exception ex, string mode, string region, HttpStatusCode code, int port, Type type, string map, MethodInfo method, string commandName, Weapon weapon, string queueName, int shard, double[] v, string tableName, string reason, string locale, uint protocolVersion, string provider, char grade, string itemType, ushort zone, string topic, string errorCode, int workerIndex, string handlerName, byte team, string server, string clientVersion, string buildVersion, string gameMode, string eventName, Kind? maybe)
    {
        C.Add(1, new KeyValuePair<string, object?>("user_id", "system"));
        C.Add(1, new KeyValuePair<string, object?>("kind", kind));
        C.Add(1, new KeyValuePair<string, object?>("kind", maybe));
        C.Add(1, new KeyValuePair<string, object?>("kind", maybe?.ToString() ?? "none"));
        C.Add(1, new KeyValuePair<string, object?>("kind", kind.ToString("G")));
        C.Add(1, new KeyValuePair<string, object?>("kind", (int)kind));
        C.Add(1, new KeyValuePair<string, object?>("kind", $"{kind:G}"));
        C.Add(1, new KeyValuePair<string, object?>("level", level));
        C.Add(1, new KeyValuePair<string, object?>("code", statusCode));
        C.Add(1, new KeyValuePair<string, object?>("code", code));
        C.Add(1, new KeyValuePair<string, object?>("code", ((int)code).ToString()));
        C.Add(1, new KeyValuePair<string, object?>("class", statusCode / 100));
        C.Add(1, new KeyValuePair<string, object?>("class", (statusCode / 100) + "xx"));
        C.Add(1, new KeyValuePair<string, object?>("ok", ok ? 1 : 0));
        C.Add(1, new KeyValuePair<string, object?>("ex", ex.GetType()));
        C.Add(1, new KeyValuePair<string, object?>("ex", ex.GetType().ToString()));
        C.Add(1, new KeyValuePair<string, object?>("ex", ex is OperationCanceledException ? "cancelled" : ex.GetType().Name));
        C.Add(1, new KeyValuePair<string, object?>("ex", ex?.GetType().Name ?? "none"));
        C.Add(1, new KeyValuePair<string, object?>("mode", mode));
        C.Add(1, new KeyValuePair<string, object?>("region", region.ToUpperInvariant()));
        C.Add(1, new KeyValuePair<string, object?>("port", port));
        C.Add(1, new KeyValuePair<string, object?>("type", type.Name));
        C.Add(1, new KeyValuePair<string, object?>("handler", GetType().Name));
        C.Add(1, new KeyValuePair<string, object?>("method", method.Name));
        C.Add(1, new KeyValuePair<string, object?>("map", map));
        C.Add(1, new KeyValuePair<string, object?>("command", commandName));
        C.Add(1, new KeyValuePair<string, object?>("weapon", weapon.Name));
        C.Add(1, new KeyValuePair<string, object?>("weapon", weapon.Id));
        C.Add(1, new KeyValuePair<string, object?>("queue", queueName));
        C.Add(1, new KeyValuePair<string, object?>("shard", shard));
        C.Add(1, new KeyValuePair<string, object?>("table", tableName));
        C.Add(1, new KeyValuePair<string, object?>("reason", reason));
        C.Add(1, new KeyValuePair<string, object?>("locale", locale));
        C.Add(1, new KeyValuePair<string, object?>("protocol", protocolVersion));
        C.Add(1, new KeyValuePair<string, object?>("provider", provider));
        C.Add(1, new KeyValuePair<string, object?>("grade", grade));
        C.Add(1, new KeyValuePair<string, object?>("item", itemType));
        C.Add(1, new KeyValuePair<string, object?>("zone", zone));
        C.Add(1, new KeyValuePair<string, object?>("topic", topic));
        C.Add(1, new KeyValuePair<string, object?>("error", errorCode));
        C.Add(1, new KeyValuePair<string, object?>("worker", workerIndex));
        C.Add(1, new KeyValuePair<string, object?>("handler", handlerName));
        C.Add(1, new KeyValuePair<string, object?>("team", team));
        C.Add(1, new KeyValuePair<string, object?>("server", server));
        C.Add(1, new KeyValuePair<string, object?>("version", clientVersion));
        C.Add(1, new KeyValuePair<string, object?>("version", typeof(Probe).Assembly.GetName().Version));
        C.Add(1, new KeyValuePair<string, object?>("event", eventName));
        C.Add(1, new KeyValuePair<string, object?>("tier", Tiers[(int)kind]));
        C.Add(1, new KeyValuePair<string, object?>("tier", player.Level >= 50 ? "high" : "low"));
        C.Add(1, new KeyValuePair<string, object?>("player_type", player.IsBot ? "bot" : "human"));
        C.Add(1, new KeyValuePair<string, object?>("player", player.IsBot));
        C.Add(1, new KeyValuePair<string, object?>("player_region", player.Region));
        C.Add(1, new KeyValuePair<string, object?>("path", ctx.Request.Path.ToString().StartsWith("/api") ? "api" : "page"));
        C.Add(1, new KeyValuePair<string, object?>("size", v.Length switch { < 10 => "small", < 100 => "medium", _ => "large" }));
        C.Add(1, new KeyValuePair<string, object?>("bucket", LatencyBucket(3.5)));
        C.Add(1, new KeyValuePair<string, object?>("content_type", ctx.Request.ContentType));
        C.Add(1, new KeyValuePair<string, object?>("status", Status()));
        C.Add(1, new KeyValuePair<string, object?>("threadpool", Thread.CurrentThread.IsThreadPoolThread));
        C.Add(1, new KeyValuePair<string, object?>("os", Environment.OSVersion.Platform));
        C.Add(1, new KeyValuePair<string, object?>("generation", GC.MaxGeneration));
        C.Add(1, new KeyValuePair<string, object?>("caller", Caller()));
        C.Add(1, new KeyValuePair<string, object?>("day", DateTime.UtcNow.DayOfWeek));
        C.Add(1, new KeyValuePair<string, object?>("endpoint", ctx.GetEndpoint()?.DisplayName));
        C.Add(1, new KeyValuePair<string, object?>("weekend", DateTime.UtcNow.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday));
        C.Add(1, new KeyValuePair<string, object?>("nothing", null));
        C.Add(1, new KeyValuePair<string, object?>("session_type", player.Id == Guid.Empty ? "guest" : "known"));
        C.Add(1, new KeyValuePair<string, object?>("lang", ctx.Request.Headers["Accept-Language"]));
        C.Add(1, new KeyValuePair<string, object?>("game.mode", gameMode));
        C.Add(1, new KeyValuePair<string, object?>("version", buildVersion));
        var label = ok ? "success" : "failure"; C.Add(1, new KeyValuePair<string, object?>("message", label));
        foreach (var k in Enum.GetValues<Kind>()) C.Add(1, new KeyValuePair<string, object?>("k", k));
        foreach (var name in Enum.GetNames<Kind>()) C.Add(1, new KeyValuePair<string, object?>("k", name));
        string outcome; try { outcome = "ok"; } catch (Exception) { outcome = "error"; } C.Add(1, new KeyValuePair<string, object?>("user", outcome));
        bool Local() => true; C.Add(1, new KeyValuePair<string, object?>("local", Local()));
        var path = ctx.Request.Path.Value is "/health" ? "/health" : "other"; C.Add(1, new KeyValuePair<string, object?>("path", path));
        string Route(string p) => "x"; C.Add(1, new KeyValuePair<string, object?>("route", Route(s)));
    }
    static string LatencyBucket(double x) => ""; static string Status() => ""; static string Caller([CallerMemberName] string n = "") => n;
}
public class Player { public Guid Id; public string Email => ""; public string Name => ""; public int Level; public bool IsBot; public string Region => ""; }
public class Order { public DateTime Created; public string Sku => ""; public int Items; }
public class Weapon { public int Id; public string Name => ""; }
public class Match { public string Id => ""; public int Number; }
public static class Ext { public static string Query(this HttpRequest r) => ""; }
public class Probe2
{
    static readonly Prometheus.Counter C = Prometheus.Metrics.CreateCounter("c_total", "h", "a");
    static readonly Prometheus.Counter CP = Prometheus.Metrics.CreateCounter("c_total", "h", new[] { "a", "user_id" });
    static readonly string[] PlayerLabels = { "player_id" };
    static readonly Prometheus.Counter CL = Prometheus.Metrics.CreateCounter("c_total", "h", PlayerLabels);
    readonly Prometheus.IMetricFactory f = null!;
    public string Id { get; set; } = ""; public string Region { get; set; } = ""; 
    record Req(string Path, string Ip, string Verb, int Status, string UserAgent, string Body);
    void Bad(Req r, string userId, IReadOnlyList<string> ids, Guid g, Dictionary<string, Guid> d, string nick, System.Net.Sockets.Socket socket, Task<string> emailTask, Exception[] errs, AggregateException agg, string? sid, Uri u, string p1, string hostAndPort, System.IO.FileInfo file, string jwt)
    {
        C.WithLabels(r.Path).Inc(); // reported
        C.WithLabels(r.Ip).Inc(); // reported
        C.WithLabels(r.UserAgent).Inc(); // reported
        C.WithLabels(r.Body).Inc(); // reported
        C.WithLabels(userId).Inc(); // reported
        C.WithLabels(userId ?? "none").Inc(); // reported
        C.WithLabels(userId.ToLower()).Inc(); // reported
        C.WithLabels(g.ToString()).Inc(); // reported
        C.WithLabels(d["x"].ToString()).Inc(); // reported
        C.WithLabels(nick).Inc(); // reported
        C.WithLabels(socket.RemoteEndPoint!.ToString()!).Inc(); // reported
        C.WithLabels(agg.Flatten().Message).Inc(); // reported
        C.WithLabels(errs[0].Message).Inc(); // reported
        C.WithLabels(u.ToString()).Inc(); // reported
        C.WithLabels(u.PathAndQuery).Inc(); // reported
        C.WithLabels(Id).Inc(); // reported
        C.WithLabels(this.Id).Inc(); // reported
        C.WithLabels(file.FullName).Inc(); // reported
        C.WithLabels(file.Name).Inc(); // reported
        C.WithLabels(jwt).Inc(); // reported
        CP.WithLabels("a", p1).Inc(); // reported
        foreach (var id in ids) C.WithLabels(id).Inc(); // reported
        foreach (var user in ids) C.WithLabels(user).Inc(); // reported
        C.WithLabels([userId]).Inc(); // reported
        var labels = new[] { userId }; C.WithLabels(labels).Inc(); // reported
        var child = C.WithLabels(userId); child.Inc(); // reported
        C.WithLabels(DateTime.Now.ToString("yyyyMMdd")).Inc(); // reported
        C.WithLabels($"{DateTime.UtcNow:HH}").Inc(); // reported
        C.WithLabels(Guid.NewGuid().ToString("N").Substring(0, 4)).Inc(); // reported
    }
    async Task BadAsync(Task<string> emailTask) { C.WithLabels(await emailTask).Inc(); C.WithLabels(await GetUserIdAsync()).Inc(); } // reported
    Task<string> GetUserIdAsync() => null!;
    void Good(Req r, string region, Kind kind, bool ok, string method, int status, Type t, string routeName, string hostName, string jobName, string resource)
    {
        C.WithLabels(r.Verb).Inc();
        C.WithLabels(r.Status.ToString()).Inc();
        C.WithLabels(r.Status.ToString(System.Globalization.CultureInfo.InvariantCulture)).Inc();
        C.WithLabels($"{r.Status}").Inc();
        C.WithLabels(region).Inc();
        C.WithLabels(Region).Inc();
        C.WithLabels(kind.ToString()).Inc();
        C.WithLabels(Enum.GetName(typeof(Kind), kind)!).Inc();
        C.WithLabels(ok.ToString()).Inc();
        C.WithLabels(ok ? bool.TrueString : bool.FalseString).Inc();
        C.WithLabels(method).Inc();
        C.WithLabels(t.FullName!).Inc();
        C.WithLabels(routeName).Inc();
        C.WithLabels(hostName).Inc();
        C.WithLabels(jobName).Inc();
        C.WithLabels(resource).Inc();
        C.WithLabels(nameof(Good)).Inc();
        CP.WithLabels("a", "b").Inc();
        CP.WithLabels("a", nameof(Kind)).Inc();
        CP.WithLabels("a", kind switch { Kind.A => "a", _ => "b" }).Inc();
        C.WithLabels(Environment.MachineName).Inc();
        C.WithLabels(typeof(Probe2).Assembly.GetName().Version!.ToString()).Inc();
        C.WithLabels(DateTime.UtcNow.DayOfWeek.ToString()).Inc();
        C.WithLabels(Sanitize(r.Path)).Inc();
        C.WithLabels(GetRouteTemplate(r.Path)).Inc();
        C.WithLabels(Classify(r.UserAgent)).Inc();
        C.WithLabels(ParseDevice(r.UserAgent)).Inc();
        C.WithLabels((r.Status / 100).ToString() + "xx").Inc();
    }
    string Sanitize(string s) => s; string GetRouteTemplate(string s) => s; string Classify(string s) => s; string ParseDevice(string s) => s;
}
