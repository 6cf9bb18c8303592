using Instrumentation.Games.Connections;

namespace GameServer.Connections;

/// <summary>Asks a client now and then whether it is there, and how far away. Safe from any thread.</summary>
public sealed class Heartbeat(TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _number;
    private long _sentAt;
    private bool _isWaiting;
    private bool _isHealthy = true;
    private bool _isOver;
    private TimeSpan? _roundTrip;

    /// <summary>What became of the last ping, and the next one to send.</summary>
    public Beat Next()
    {
        lock (_gate)
        {
            ConnectionEventType? change = (_isHealthy, _isWaiting) switch
            {
                _ when _isOver => null,
                (true, true) => ConnectionEventType.Degraded,
                (false, false) => ConnectionEventType.Recovered,
                _ => null,
            };
            var beat = new Beat(new Ping(++_number), _roundTrip, IsMissed: _isWaiting, change);
            _isHealthy = !_isWaiting;
            _isWaiting = true;
            _roundTrip = null;
            _sentAt = time.GetTimestamp();
            return beat;
        }
    }

    /// <summary>Takes an answer; one to an earlier ping came too late and counts for nothing.</summary>
    public void Take(Pong pong)
    {
        lock (_gate)
        {
            if (_isWaiting && pong.Number == _number)
            {
                _isWaiting = false;
                _roundTrip = time.GetElapsedTime(_sentAt);
            }
        }
    }

    /// <summary>The connection is over. Returns whether it was healthy to the last.</summary>
    public bool End()
    {
        lock (_gate)
        {
            _isOver = true;
            return _isHealthy;
        }
    }
}
