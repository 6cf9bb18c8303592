using Instrumentation.Games.Errors;
using Instrumentation.Games.Matches;
using Instrumentation.Games.StateMachine;

namespace GameServer.Matches;

/// <summary>Records the way of one match: its states, how long each took, and how it ended.</summary>
public sealed class MatchProgress(Match match, TimeProvider time)
{
    private readonly string _id = $"{match.Id}";
    private string? _state;
    private long _since;
    private TimeSpan _played;

    public void Play() => Enter("playing");

    public void Archive()
    {
        _played = time.GetElapsedTime(_since);
        Enter("archiving");
    }

    /// <summary>It breaks off.</summary>
    public void Fail(Exception exception)
    {
        StateMetrics.Error(_state);
        new ErrorEvent { ErrorType = ErrorType.SystemError, Severity = ErrorSeverity.High, Message = exception.Message }.Record();
    }

    /// <summary>It is over, one way or another.</summary>
    public void End()
    {
        Enter(null);
        var best = match.BestScore;
        var winners = match.Fighters.Where(fighter => match.ScoreOf(fighter) == best).ToArray();
        new GameEnd
        {
            GameId = _id,
            WinnerId = winners[0].Name,
            Winner = winners[0].Session.IsBot ? PlayerType.Bot : PlayerType.Human,
            WinnerCount = winners.Length,
            PlayerCount = match.Fighters.Count,
            BotCount = match.BotCount,
            Duration = _played,
            Abandoned = match.Ending is not (MatchEnding.ScoreLimit or MatchEnding.TimeLimit),
        }.Record();
    }

    private void Enter(string? state)
    {
        if (_state is { } left)
        {
            new PhaseEnd { GameId = _id, Phase = left, Duration = time.GetElapsedTime(_since) }.Record();
        }

        new StateTransition { GameId = _id, From = _state, To = state }.Record();
        (_state, _since) = (state, time.GetTimestamp());
    }
}
