namespace Instrumentation.Games.Tests;

/// <summary>Dashboards that were made for other monitors find their metrics: by the same names, or by those that docs/games.md gives for them.</summary>
public sealed class NamesTests
{
    private static readonly string[] s_shooter =
    [
        "active_sessions gauge game_mode,region", "session_duration_seconds histogram game_mode,region", "concurrent_players gauge region",
        "session_drop_rate gauge region", "combat_response_time_seconds histogram action_type,region",
        "weapon_switch_time_seconds histogram from_weapon,to_weapon", "damage_calculation_time_seconds histogram damage_type,weapon_type",
        "combat_tick_rate_hz histogram region", "network_latency_seconds histogram connection_type,region",
        "packet_loss_rate gauge connection_type,region", "websocket_connections gauge connection_type,region",
        "udp_hole_punch_success_total counter region", "db_query_duration_seconds histogram query_type,table",
        "db_connection_pool_size gauge pool_type", "cache_hit_rate gauge cache_type", "matchmaking_queue_time_seconds histogram game_mode,region",
    ];

    private static readonly string[] s_connections =
    [
        "connections gauge ", "connections_by_type gauge type", "connection_health_ratio gauge ", "connection_establishment_seconds histogram type",
        "messages_sent_total counter status,type", "message_delivery_seconds histogram ", "message_delivery_success_rate gauge ",
        "sessions gauge ", "session_connections gauge ", "request_duration_seconds histogram endpoint,method", "active_connections gauge ",
        "memory_usage_bytes gauge type", "cpu_usage_ratio gauge ", "connection_failures_total counter type", "memory_usage_ratio gauge ",
        "errors_total counter severity,type",
    ];

    private static readonly string[] s_cards =
    [
        "games_active gauge ", "games_completed_total counter ", "games_per_hour gauge ", "game_duration_seconds histogram ",
        "player_win_rate gauge type", "phase_duration_seconds histogram phase", "memory_usage_bytes gauge type", "memory_growth_rate gauge ",
        "cpu_usage_ratio gauge ", "gc_collections_total counter generation", "threads_active gauge ", "state_active_games gauge state",
        "state_transitions_total counter from,to", "state_errors_total counter state", "websocket_connections_active gauge ",
        "websocket_connections_opened_total counter ", "websocket_connections_closed_total counter ", "websocket_broadcast_time_seconds histogram ",
    ];

    [Fact]
    public void A_shooter_finds_its_metrics() => AssertHas("Mmofps", "mmofps", s_shooter);

    [Fact]
    public void A_game_over_two_kinds_of_connection_finds_its_metrics() => AssertHas("Mythos", "mythos", s_connections);

    [Fact]
    public void A_card_game_finds_its_metrics() => AssertHas("LiapTui", "liap_tui", s_cards);

    [Theory]
    [InlineData("Mmofps")]
    [InlineData("Mythos")]
    [InlineData("LiapTui")]
    public void No_metric_of_the_package_keeps_the_default_prefix(string program) =>
        Assert.DoesNotContain("game_session", GameProgram.Scrape(program), StringComparison.Ordinal);

    [Theory]
    [InlineData("used")]
    [InlineData("idle")]
    public void The_linter_is_silent(string mode)
    {
        if (Tool.Run("/usr/bin/promtool", ["check", "metrics"], GameProgram.Scrape("Mmofps", mode)) is not { } lint)
        {
            Assert.Skip("promtool is not installed.");
            return;
        }

        Assert.Equal((0, "", ""), (lint.ExitCode, lint.Output, lint.Error));
    }

    [Theory]
    [InlineData("used")]
    [InlineData("idle")]
    public void The_strict_parser_reads_it(string mode)
    {
        if (Tool.Run("/usr/bin/python3", ["-c", "import prometheus_client"]) is not { ExitCode: 0 })
        {
            Assert.Skip("python3 with prometheus_client is not installed.");
        }

        const string parse = """
            import sys
            from prometheus_client.openmetrics.parser import text_string_to_metric_families as families
            print(len(list(families(sys.stdin.read()))))
            """;
        var parsed = Tool.Run("/usr/bin/python3", ["-c", parse], GameProgram.Scrape("Mythos", mode, "openmetrics"))!;

        Assert.True(parsed.ExitCode == 0, parsed.Error);
        Assert.True(int.Parse(parsed.Output, System.Globalization.CultureInfo.InvariantCulture) > 20, parsed.Output);
    }

    private static void AssertHas(string program, string prefix, string[] metrics)
    {
        var scrape = new Exposition(GameProgram.Scrape(program));
        Assert.All(metrics, metric =>
        {
            var (name, kind, labels) = metric.Split(' ') is [var n, var k, var l] ? (n, k, l) : throw new ArgumentException(metric);
            Assert.Equal((metric, kind), (metric, scrape.KindOf($"{prefix}_{name}")));
            Assert.Equal((metric, labels), (metric, string.Join(',', scrape.LabelsOf($"{prefix}_{name}"))));
        });
    }
}
