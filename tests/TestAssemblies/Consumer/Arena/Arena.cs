using Instrumentation;

namespace Games;

/// <summary>An arena.</summary>
public interface IArena
{
    /// <summary>Lets a player in.</summary>
    string Join(string player, int level = 1);

    /// <summary>Lets a player go.</summary>
    Task<int> LeaveAsync(int score);
}

/// <summary>An arena that is monitored.</summary>
public partial class Arena : IArena
{
    /// <inheritdoc/>
    [MonitoredOperation]
    public string Join(string player, int level = 1) => $"{player} joined at {level}";

    /// <inheritdoc/>
    [MonitoredOperation]
    public async Task<int> LeaveAsync(int score)
    {
        await Task.Yield();
        return score * 2;
    }

    /// <summary>Rounds.</summary>
    [MonitoredOperation]
    public static IEnumerable<int> Rounds(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return i;
        }
    }

    /// <summary>Shouts.</summary>
    [MonitoredOperation]
    public virtual string Shout(string text, ref int times)
    {
        times++;
        return text + "!";
    }

    /// <summary>Never called by anyone.</summary>
    [MonitoredOperation]
    public virtual string Idle(bool yes)
    {
        return yes ? "idle" : "busy";
    }
}
