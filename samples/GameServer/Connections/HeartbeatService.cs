using GameServer.Hosting;
using GameServer.Matchmaking;
using GameServer.Players;
using Instrumentation.Games.Connections;
using Instrumentation.Games.Network;

namespace GameServer.Connections;

/// <summary>Every two seconds pings all players, and reports how the network to each region does.</summary>
public sealed class HeartbeatService(ISessionService sessions, TimeProvider time) : PeriodicService(TimeSpan.FromSeconds(2), time)
{
    private static readonly Region[] s_regions = Enum.GetValues<Region>();

    protected override void Tick()
    {
        var reports = new Report[s_regions.Length];
        foreach (var player in sessions.All)
        {
            if (player.Connection is { } connection)
            {
                Beat(player, connection, ref reports[(int)player.Region]);
            }
        }

        foreach (var region in s_regions)
        {
            reports[(int)region].Stats(region.ToLabel()).Record();
        }
    }

    private static void Beat(PlayerSession player, PlayerConnection connection, ref Report report)
    {
        var beat = connection.Heartbeat.Next();
        player.Send(beat.Ping);
        report.Connections++;
        report.Missed += beat.IsMissed ? 1 : 0;
        if (beat.RoundTrip is { } roundTrip)
        {
            report.Answered++;
            report.RoundTrips += roundTrip;
        }

        if (beat.Change is { } change)
        {
            new ConnectionEvent { EventType = change, Type = ConnectionType.WebSocket, PlayerId = player.Name }.Record();
        }
    }

    private struct Report
    {
        public int Connections;
        public int Answered;
        public int Missed;
        public TimeSpan RoundTrips;

        public readonly NetworkStats Stats(string region) => new()
        {
            Region = region,
            ConnectionType = "game",
            ActiveConnections = Connections,
            AvgLatency = Answered > 0 ? RoundTrips / Answered : null,
            PacketLossRate = Answered + Missed > 0 ? (double)Missed / (Answered + Missed) : null,
        };
    }
}
