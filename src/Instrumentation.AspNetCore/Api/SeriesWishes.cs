using Instrumentation.Alerting;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.AspNetCore.Api;

/// <summary>Has the history keep what the API is asked for. It forgets wishes after a while, so those that last are told again.</summary>
internal sealed class SeriesWishes : IDisposable
{
    // Shorter than any retention of the history.
    private static readonly TimeSpan s_again = TimeSpan.FromSeconds(30);
    private static readonly Expression s_everything = PromQLParser.ParseOrThrow("{__name__=~\".+\"}");

    private readonly IAlerts _alerts;
    private readonly ITimer? _timer;

    internal SeriesWishes(IAlerts alerts, bool everything, TimeProvider time)
    {
        _alerts = alerts;
        if (everything)
        {
            alerts.Want(s_everything);
            _timer = time.CreateTimer(static alerts => ((IAlerts)alerts!).Want(s_everything), alerts, s_again, s_again);
        }
    }

    /// <summary>Notes a query.</summary>
    internal void Note(Expression query)
    {
        if (_timer is null)
        {
            _alerts.Want(query);
        }
    }

    public void Dispose() => _timer?.Dispose();
}
