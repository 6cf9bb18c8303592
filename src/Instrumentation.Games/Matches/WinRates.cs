using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Matches;

/// <summary>How often people win, and how often bots do.</summary>
internal static partial class WinRates
{
    private static readonly SlidingRatio s_humans = new(Windows.Long);
    private static readonly SlidingRatio s_bots = new(Windows.Long);

    static WinRates() => SnapshotCallbacks.Add("game_player_win_rate", Collect);

    internal static void Count(PlayerType type, int players, int winners)
    {
        if (players > 0)
        {
            Played(type, players);
            Won(type, winners);
            (type == PlayerType.Human ? s_humans : s_bots).Count(winners, players);
        }
    }

    [GameMetric(MetricKind.Counter, "player_games_total", Help = "Games completed, once for each who took part.")]
    private static partial void Played(PlayerType type, int players);

    [GameMetric(MetricKind.Counter, "player_wins_total", Help = "Games won, once for each who won.")]
    private static partial void Won(PlayerType type, int winners);

    [GameMetric(
        MetricKind.Gauge,
        "player_win_rate",
        Help = "Of those who completed a game in the last hour, the share that won it; NaN when none of them did.")]
    private static partial void Rate(PlayerType type, double ratio);

    private static void Collect()
    {
        Rate(PlayerType.Human, s_humans.Read());
        Rate(PlayerType.Bot, s_bots.Read());
    }
}
