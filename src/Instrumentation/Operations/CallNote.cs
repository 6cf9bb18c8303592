using System.Diagnostics;

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

    private sealed record FailedSpan(Activity Span, Exception Error);
}
