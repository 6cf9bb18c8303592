using GameServer.Chat;
using GameServer.Connections;

namespace GameServer.Bots;

/// <summary>What makes bots like people: they chat, err, lose patience, and lose their connection.</summary>
public sealed class BotMood(BotOptions options, Random random)
{
    private const double StatesPerMinute = 600;

    private static readonly string[] s_lines = ["gg", "nice shot", "behind you!", "regroup", "one more", "so close", "what a noob"];

    private static readonly string[] s_mistakes =
    [
        "{",
        "[]",
        """{"type":"fly"}""",
        """{"type":"move","x":7,"y":0}""",
        """{"type":"fire","target":99,"weapon":"rifle"}""",
    ];

    public bool LosesConnection() => Happens(options.DropsPerMinute);

    /// <summary>One who lost the connection: one in eight has had enough.</summary>
    public bool GivesUp() => random.Next(8) == 0;

    /// <summary>After one match in four it has had enough for a while, and says goodbye.</summary>
    public bool TakesBreak() => random.Next(4) == 0;

    /// <summary>One in ten mistypes the password.</summary>
    public bool MistypesToken() => random.Next(10) == 0;

    /// <summary>One in fifteen changes its mind while waiting for a match.</summary>
    public bool ChangesItsMind() => random.Next(15) == 0;

    public bool LooksAtLeaderboard() => random.Next(3) == 0;

    public Say? Chat() =>
        Happens(options.ChatsPerMinute)
            ? new Say(random.Next(2) == 0 ? ChatChannel.All : ChatChannel.Team, s_lines[random.Next(s_lines.Length)])
            : null;

    public string? Mistake() => Happens(options.MistakesPerMinute) ? s_mistakes[random.Next(s_mistakes.Length)] : null;

    public TimeSpan Pause() => TimeSpan.FromSeconds(0.5 + (2 * random.NextDouble()));

    private bool Happens(double perMinute) => random.NextDouble() < perMinute / StatesPerMinute;
}
