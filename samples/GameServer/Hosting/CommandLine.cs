namespace GameServer.Hosting;

/// <summary>
/// The short names of the options that people use most. Every option can be given by its full name, here and in the environment.
/// </summary>
public static class CommandLine
{
    public const string Help = """
        A game server with its own bots.

          --port N        port on localhost, 0 for a free one          (default 5080)
          --bots N        bots that play                               (default 50)
          --duration S    seconds to run, 0 until Ctrl+C               (default 0)
          --help          this text

        Any other setting by its name: --Match:TickRate 30, or Match__TickRate=30 in the environment.
        Sections: Server, Bots, Match, Matchmaking, Players, Store; their options are documented in the *Options.cs files.
        """;

    private static readonly Dictionary<string, string> s_shortNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["--port"] = "Server:Port",
        ["--bots"] = "Bots:Count",
        ["--duration"] = "Server:DurationSeconds",
    };

    public static bool AsksForHelp(string[] args) => args.Any(arg => arg is "--help" or "-h" or "-?");

    /// <summary>Adds what was given, above all other sources.</summary>
    /// <exception cref="FormatException">
    /// There is no such option, or its value is missing. A misspelt name would have no effect, unnoticed.
    /// </exception>
    public static void AddGameServerCommandLine(this IConfigurationBuilder configuration, string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            var hasValue = args[i].Contains('=', StringComparison.Ordinal);
            var name = args[i].Split('=')[0];
            var isFullName = name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal);
            if (!s_shortNames.ContainsKey(name) && !isFullName)
            {
                throw new FormatException($"'{args[i]}' is no option of the game server; --help lists them.");
            }

            if (!hasValue && ++i == args.Length)
            {
                throw new FormatException($"'{name}' needs a value.");
            }
        }

        configuration.AddCommandLine(args, s_shortNames);
    }
}
