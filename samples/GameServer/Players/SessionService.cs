using System.Collections.Concurrent;
using System.Security.Cryptography;
using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Persistence;
using Instrumentation;
using Microsoft.Extensions.Options;

namespace GameServer.Players;

[MonitoredOperation]
public sealed partial class SessionService(
    PlayerTokens tokens,
    IProfileCache profiles,
    GameTally tally,
    TimeProvider time,
    IOptions<PlayerOptions> options) : ISessionService
{
    private readonly ConcurrentDictionary<string, PlayerSession> _byResumeKey = new();

    public int Count => _byResumeKey.Count;

    public async Task<PlayerSession> SignInAsync(
        string name,
        string token,
        [MetricLabel] Region region,
        CancellationToken cancellationToken)
    {
        if (!tokens.IsValid(name, token))
        {
            tally.Count(GameEvent.SignInRefused);
            throw new SignInRefusedException("Name and token do not belong together.");
        }

        if (Count >= options.Value.MaxPlayers)
        {
            tally.Count(GameEvent.SignInRefused);
            throw new SignInRefusedException("The server is full.");
        }

        await profiles.GetAsync(name, cancellationToken);
        var session = new PlayerSession(name, region, RandomNumberGenerator.GetHexString(32), time);
        _byResumeKey[session.ResumeKey] = session;
        tally.Count(GameEvent.SignedIn);
        return session;
    }

    public PlayerSession Resume(string resumeKey)
    {
        if (!_byResumeKey.TryGetValue(resumeKey, out var session))
        {
            tally.Count(GameEvent.SignInRefused);
            throw new SignInRefusedException("The session is over; sign in again.");
        }

        tally.Count(GameEvent.Reconnected);
        return session;
    }

    public void End(PlayerSession session)
    {
        _byResumeKey.TryRemove(session.ResumeKey, out _);
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
                End(session);
            }
        }
    }
}
