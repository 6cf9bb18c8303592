using System.Collections.Concurrent;
using System.Security.Cryptography;
using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Persistence;
using Instrumentation;
using Instrumentation.Games.Sessions;
using Microsoft.Extensions.Options;

namespace GameServer.Players;

[MonitoredOperation]
public sealed partial class SessionService(
    PlayerTokens tokens,
    IProfileCache profiles,
    TimeProvider time,
    IOptions<PlayerOptions> options) : ISessionService
{
    private readonly ConcurrentDictionary<string, PlayerSession> _byResumeKey = new();

    public int Count => _byResumeKey.Count;

    public IEnumerable<PlayerSession> All => _byResumeKey.Select(entry => entry.Value);

    public async Task<PlayerSession> SignInAsync(
        string name,
        string token,
        [MetricLabel] Region region,
        CancellationToken cancellationToken)
    {
        if (!tokens.IsValid(name, token))
        {
            throw Refuse(name, "Name and token do not belong together.");
        }

        if (Count >= options.Value.MaxPlayers)
        {
            throw Refuse(name, "The server is full.");
        }

        await profiles.GetAsync(name, cancellationToken);
        var session = new PlayerSession(name, region, RandomNumberGenerator.GetHexString(32), time);
        _byResumeKey[session.ResumeKey] = session;
        new SignInAttempt(SignInOutcome.Accepted, name).Record();
        Session(session).Record();
        return session;
    }

    public PlayerSession Resume(string resumeKey)
    {
        if (!_byResumeKey.TryGetValue(resumeKey, out var session))
        {
            throw Refuse(player: null, "The session is over; sign in again.");
        }

        new SignInAttempt(SignInOutcome.Resumed, session.Name).Record();
        return session;
    }

    public void End(PlayerSession session, bool dropped)
    {
        if (_byResumeKey.TryRemove(session.ResumeKey, out _))
        {
            (Session(session) with { EndTime = time.GetUtcNow(), Dropped = dropped }).Record();
        }

        if (session.Seat is { } seat)
        {
            seat.Match.TrySubmit(new LeaveCommand(seat.Fighter.Id));
            session.LeaveSeat(seat.Match);
        }
    }

    [NotMonitored]
    public void EndAbandoned()
    {
        var grace = TimeSpan.FromSeconds(options.Value.GraceSeconds);
        foreach (var (_, session) in _byResumeKey)
        {
            if (session.HasBeenGoneFor(grace))
            {
                End(session, dropped: true);
            }
        }
    }

    private static SignInRefusedException Refuse(string? player, string reason)
    {
        new SignInAttempt(SignInOutcome.Refused, player).Record();
        return new SignInRefusedException(reason);
    }

    private static GameSession Session(PlayerSession session) => new()
    {
        SessionId = session.ResumeKey[..8],
        PlayerId = session.Name,
        StartTime = session.Since,
        Region = session.Region.ToLabel(),
    };
}
