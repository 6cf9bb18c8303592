using System.ComponentModel;
using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// What an <see cref="OperationCall"/> is, for operations that time one call of many. Most calls are merely counted, which is so short that
/// the code to time them, were it inlined beside, would cost more by the registers that it takes.
/// </summary>
/// <remarks>As with <see cref="OperationCall"/>, no member may hand out the call's address.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct SampledCall
{
    private readonly ref long _block;
    private readonly long _start;
    private OperationSeries? _series;

    /// <summary>See <see cref="CallNote"/>.</summary>
    private object? _note;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal SampledCall(OperationSeries series)
    {
        _series = series;
        _block = ref CellMemory.Own(series.Cell);
        _note = OperationTracing.StartSpan(series);
        _start = series.BeginSampled(ref _block);
    }

    /// <inheritdoc cref="OperationCall.Succeed"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Succeed()
    {
        _series!.FinishSampled(ref _block, _start);
        _series = null;
        if (_note is not null)
        {
            CallNote.EndSpan(_note, failed: false);
        }
    }

    /// <inheritdoc cref="OperationCall.Note"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Note(Exception exception)
    {
        _note = CallNote.Add(_note, exception);
        return false;
    }

    /// <inheritdoc cref="OperationCall.End"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End()
    {
        if (_series is { } series)
        {
            _series = null;
            series.Fail(_start, _note);
        }
    }
}
