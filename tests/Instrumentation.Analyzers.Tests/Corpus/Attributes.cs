namespace Arena.Telemetry;

public enum WeaponType { Bow, Rifle, Shotgun, Sniper, Sword, Staff }
public enum Region { EuWest, EuNorth, UsEast, UsWest, Asia }
public enum MatchOutcome { Won, Lost, Draw, Abandoned }
public enum ConnectionType { WebSocket, ServerSentEvents, LongPolling }
public enum PlayerTier { Bronze, Silver, Gold, Platinum }
public enum DisconnectReason { Left, Kicked, TimedOut, Banned }

public static partial class Combat
{
    [GameMetric(MetricKind.Counter, "combat_kills_total", Help = "Kills.")]
    public static partial void Kill(WeaponType weapon, Region region);

    [GameMetric(MetricKind.Counter, "combat_assists_total", Help = "Assists.")]
    public static partial void Assist(WeaponType weapon, bool headshot);

    [GameMetric(MetricKind.Histogram, "combat_damage", Help = "Damage.", Buckets = [1, 5, 10, 25, 50, 100])]
    public static partial void Damage(double damage, WeaponType weapon);

    [GameMetric(MetricKind.Counter, "combat_deaths_total", Help = "Deaths.")]
    public static partial void Death(Guid {|INST007:playerId|}, WeaponType weapon);

    [GameMetric(MetricKind.Counter, "combat_streaks_total", Help = "Streaks.")]
    public static partial void Streak(string {|INST007:playerName|});

    [GameMetric(MetricKind.Counter, "combat_revives_total", Help = "Revives.")]
    public static partial void Revive([{|INST019:MetricLabel("player_id", Limit = 100)|}] string player, Region region);

    [GameMetric(MetricKind.Counter, "combat_hits_total", Help = "Hits.")]
    public static partial void Hit([MetricLabel(Values = ["head", "body", "legs"])] string bodyPart, PlayerTier attackerTier);
}

public static partial class Lobby
{
    [GameMetric(MetricKind.Gauge, "lobby_players", Help = "Players in lobbies.")]
    public static partial void Players(int players, Region region);

    [GameMetric(MetricKind.Histogram, "lobby_wait_seconds", Help = "Time to a match.")]
    public static partial void Waited(TimeSpan wait, [MetricLabel(Limit = 20)] string playlist);

    [GameMetric(MetricKind.Counter, "lobby_joins_total", Help = "Joins.")]
    public static partial void Joined([{|INST019:MetricLabel(Limit = 100)|}] string sessionId);

    [GameMetric(MetricKind.Counter, "lobby_chat_messages_total", Help = "Chat messages.")]
    public static partial void Chat([MetricLabel(Limit = 10)] string channelType, [{|INST019:MetricLabel(Limit = 10)|}] string messageText);

    [GameMetric(MetricKind.Counter, "lobby_disconnects_total", Help = "Disconnects.")]
    public static partial void Disconnected(DisconnectReason reason, ConnectionType connectionType);

    [GameMetric(MetricKind.Counter, "lobby_kicks_total", Help = "Kicks.")]
    public static partial void Kicked(System.Net.IPAddress {|INST007:address|});

    [GameMetric(MetricKind.Counter, "lobby_rejected_total", Help = "Rejected.")]
    public static partial void Rejected([{|INST019:MetricLabel(Limit = 50)|}] string remoteIp, bool banned);
}

public partial class MatchService
{
    [MonitoredOperation]
    public void Start([MetricLabel] Region region, Guid matchId, string mapName) { }

    [MonitoredOperation]
    public void End([MetricLabel] MatchOutcome outcome, [{|INST007:MetricLabel|}] Guid matchId) { }

    [MonitoredOperation]
    public Task Load([MetricLabel(Limit = 40)] string mapId, CancellationToken cancellation) => Task.CompletedTask;

    [MonitoredOperation]
    public Task Save([{|INST007:MetricLabel|}] string payload) => Task.CompletedTask;

    [MonitoredOperation]
    public Task Purchase([MetricLabel(Values = ["card", "wallet", "voucher"])] string paymentMethod, decimal amount, string orderId) => Task.CompletedTask;

    [MonitoredOperation]
    public Task Refund([{|INST019:MetricLabel(Limit = 200)|}] string orderId) => Task.CompletedTask;

    [MonitoredOperation]
    public void Report([{|INST007:MetricLabel|}] DateTime at) { }

    [MonitoredOperation]
    public void Rank([{|INST007:MetricLabel|}] int score, [MetricLabel] PlayerTier tier) { }

    [GameMetric(MetricKind.Gauge, "matches_running", Help = "Matches that run.")]
    public int Running => 0;
}

[GameEvent("match_ends", Help = "Matches that ended.")]
public readonly partial record struct MatchEnded(
    [EventId] Guid MatchId,
    [MetricLabel] MatchOutcome Outcome,
    [MetricLabel] Region Region,
    [GameMetric(MetricKind.Histogram, "match_length_seconds", Help = "Length.", Preset = BucketPreset.SessionLength)] TimeSpan Length);

[GameEvent("requests_served", Help = "Requests.")]
public readonly partial record struct RequestServed(
    [{|INST019:MetricLabel(Limit = 20)|}] string RequestPath,
    [MetricLabel(Values = ["GET", "POST"])] string Method,
    [{|INST007:MetricLabel|}] Exception Error,
    [{|INST019:MetricLabel(Limit = 20)|}] string UserAgent,
    [EventId("trace_id")] string TraceId);
