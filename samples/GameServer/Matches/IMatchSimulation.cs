namespace GameServer.Matches;

public interface IMatchSimulation
{
    /// <summary>Plays one tick of a match.</summary>
    void Advance(Match match);
}
