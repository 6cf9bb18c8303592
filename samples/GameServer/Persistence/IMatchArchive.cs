using GameServer.Matches;

namespace GameServer.Persistence;

public interface IMatchArchive
{
    /// <summary>Writes a match into the profiles of its players.</summary>
    Task RecordAsync(MatchResult result, CancellationToken cancellationToken);
}
