using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Instrumentation.Operations;

/// <summary>
/// What a call carries besides its timer: the exception that passed through, its span, both, or mostly nothing. One field for the two
/// keeps a call on the stack at 32 bytes, which the wrapper clears with one instruction.
/// </summary>
internal static class CallNote
{
    /// <summary>The span in a note, or null.</summary>
    internal static Activity? Span(object? note) => note as Activity ?? (note as FailedSpan)?.Span;

    /// <summary>The exception in a note, or null.</summary>
    internal static Exception? Error(object? note) => note as Exception ?? (note as FailedSpan)?.Error;

    /// <summary>The note with an exception added; a later exception replaces an earlier one.</summary>
    internal static object Add(object? note, Exception error) => Span(note) is { } span ? new FailedSpan(span, error) : error;

    /// <summary>Ends the span in a note, if there is one.</summary>
    /// <remarks>Not inlined: the rare half of a call's end.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void EndSpan(object? note, bool failed)
    {
        if (Span(note) is { } span)
        {
            OperationTracing.End(span, failed, Error(note));
        }
    }

    private sealed record FailedSpan(Activity Span, Exception Error);
}
