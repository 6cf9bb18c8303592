using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Operations;

/// <summary>The spans of operations.</summary>
internal static class OperationTracing
{
    /// <summary>The name by which a trace exporter subscribes.</summary>
    internal const string SourceName = "Instrumentation";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>Whether anybody listens to the source.</summary>
    internal static bool HasListeners => s_source.HasListeners();

    /// <summary>Starts the span of a call, which becomes <see cref="Activity.Current"/>; null when nobody listens or the listener declines.</summary>
    /// <remarks>Inlined: with no listener it is one test on the path of every call.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Activity? StartSpan(OperationSeries series) => s_source.HasListeners() ? StartListenedSpan(series) : null;

    /// <summary>
    /// Ends the span of a call. What was current before the span is so again, unless the method has put something else there: then that
    /// stays, as it would without us.
    /// </summary>
    internal static void End(Activity span, Exception? error, bool failed)
    {
        if (failed)
        {
            span.SetStatus(ActivityStatusCode.Error, error?.Message);
            if (error is not null)
            {
                span.AddException(error);
            }
        }

        var current = Activity.Current;
        span.Stop();
        if (current != span)
        {
            Activity.Current = current;
        }
    }

    /// <summary>Makes a span that goes on current again.</summary>
    internal static void Enter(Activity span)
    {
        if (!span.IsStopped)
        {
            Activity.Current = span;
        }
    }

    /// <summary>Gives the caller back its own <see cref="Activity.Current"/> while the span goes on.</summary>
    internal static void Leave(Activity span)
    {
        if (Activity.Current == span)
        {
            Activity.Current = span.Parent;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Activity? StartListenedSpan(OperationSeries series) =>
        series.Operation.Trace ? s_source.StartActivity(series.Operation.Name) : null;
}
