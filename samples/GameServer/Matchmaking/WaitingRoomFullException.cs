using GameServer.Matches;

namespace GameServer.Matchmaking;

public sealed class WaitingRoomFullException(GameMode mode, Region region) : Exception($"Too many players wait for {mode} in {region}.");
