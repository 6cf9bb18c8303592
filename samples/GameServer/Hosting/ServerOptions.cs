using System.ComponentModel.DataAnnotations;

namespace GameServer.Hosting;

public sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>The port on localhost; 0 takes a free one. Default 5080.</summary>
    [Range(0, 65_535)]
    public int Port { get; set; } = 5080;

    /// <summary>How long the server runs, in seconds; 0, the default, runs it until Ctrl+C.</summary>
    [Range(0, 604_800)]
    public int DurationSeconds { get; set; }

    /// <summary>Seconds between two status lines on the console; 0 for none. Default 5.</summary>
    [Range(0, 3_600)]
    public int StatusEverySeconds { get; set; } = 5;
}
