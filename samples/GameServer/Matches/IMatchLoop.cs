namespace GameServer.Matches;

public interface IMatchLoop
{
    /// <summary>
    /// Plays a match from its first tick to its end, and sees its result off. Ends without an exception, whatever happens.
    /// </summary>
    Task PlayAsync(Match match, CancellationToken stopping);
}
