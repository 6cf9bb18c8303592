using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Operations;

/// <summary>
/// The spans of operations. While a method runs its span is <see cref="Activity.Current"/>; the caller finds the one it had.
/// </summary>
internal static class OperationTracing
{
    /// <summary>The name by which a trace exporter subscribes.</summary>
    internal const string SourceName = "Instrumentation";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>Whether anybody listens to the source.</summary>
    internal static bool HasListeners => s_source.HasListeners();

    /// <summary>Starts the span of a call, which becomes current; null when nobody listens or the listener declines.</summary>
    /// <remarks>Inlined: with no listener it is one test on the path of every call.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Activity? StartSpan(OperationSeries series) => s_source.HasListeners() ? StartListenedSpan(series) : null;

    /// <summary>
    /// Ends the span of a call. What was current before the span is so again, unless the method has put something else there: then that
    /// stays, as it would without us.
    /// </summary>
    /// <param name="span">The span.</param>
    /// <param name="failed">Whether the call failed; a cancelled one did not.</param>
    /// <param name="error">What it failed with, if known.</param>
    internal static void End(Activity span, bool failed = false, Exception? error = null)
    {
        if (failed)
        {
            span.SetStatus(ActivityStatusCode.Error, error?.Message);
            if (error is not null)
            {
                span.AddException(error);
            }
        }

        if (Activity.Current == span)
        {
            span.Stop();
        }
        else
        {
            Apart(span.Stop);
        }
    }

    /// <summary>Makes a running span current for a part of its call, and returns what to <see cref="Leave"/> with.</summary>
    internal static Activity? Enter(Activity span)
    {
        var before = Activity.Current;
        if (before is null or { IsStopped: false })
        {
            Activity.Current = span;
        }

        return before;
    }

    /// <summary>Gives the caller back the activity that it had, while the span goes on.</summary>
    internal static void Leave(Activity span, Activity? before)
    {
        if (Activity.Current == span)
        {
            Activity.Current = before;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Activity? StartListenedSpan(OperationSeries series)
    {
        var operation = series.Operation;
        if (!operation.Trace)
        {
            return null;
        }

        // Work that outlives the request that started it runs with a stopped activity as the current one. That cannot be made current again later,
        // so the span does not replace it; it is its child all the same.
        Activity? span = null;
        if (Activity.Current is { IsStopped: true })
        {
            Apart(() => span = s_source.StartActivity(operation.Name));
        }
        else
        {
            span = s_source.StartActivity(operation.Name);
        }

        return span;
    }

    /// <summary>Runs something that changes the current activity without the change being seen here.</summary>
    private static void Apart(Action action)
    {
        if (ExecutionContext.Capture() is { } context)
        {
            ExecutionContext.Run(context, static action => ((Action)action!)(), action);
        }
        else
        {
            // The flow is suppressed, so the context cannot be captured.
            var before = Activity.Current;
            action();
            Activity.Current = before;
        }
    }
}
