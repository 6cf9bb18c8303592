using System.ComponentModel.DataAnnotations;

namespace GameServer.Persistence;

public sealed class StoreOptions
{
    public const string Section = "Store";

    /// <summary>The usual time of one access, in milliseconds; one in a hundred takes ten times as long. Default 4.</summary>
    [Range(0.0, 10_000)]
    public double LatencyMilliseconds { get; set; } = 4;

    /// <summary>How many accesses go on at a time; further ones wait. Default 64.</summary>
    [Range(1, 10_000)]
    public int Connections { get; set; } = 64;

    /// <summary>The share of accesses that time out, from 0 to 1. Default 0.01.</summary>
    [Range(0.0, 1)]
    public double TimeoutRatio { get; set; } = 0.01;
}
