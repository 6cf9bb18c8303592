namespace GameServer.Players;

/// <summary>What is kept of a player from one visit to the next.</summary>
public sealed record PlayerProfile(string Name, int Matches = 0, int Wins = 0, int Kills = 0, int Deaths = 0)
{
    public PlayerProfile After(int kills, int deaths, bool won) => this with
    {
        Matches = Matches + 1,
        Wins = Wins + (won ? 1 : 0),
        Kills = Kills + kills,
        Deaths = Deaths + deaths,
    };
}
