using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>The failures of one series, by exception type. Its cells are made at the first failure: most series never have one.</summary>
internal sealed class OperationFailures(OperationErrorNames names)
{
    private readonly Lock _gate = new();
    private int _cells = -1;

    internal void Count(Type? error)
    {
        var cells = Volatile.Read(ref _cells);
        if (cells < 0)
        {
            cells = Allocate();
        }

        CellMemory.Own(cells + names.IndexOf(error))++;
    }

    /// <summary>The first of the cells, one for each name of <see cref="OperationErrorNames"/>; null while nothing failed.</summary>
    internal int? FirstCell => Volatile.Read(ref _cells) is var cells and >= 0 ? cells : null;

    private int Allocate()
    {
        lock (_gate)
        {
            if (_cells < 0)
            {
                Volatile.Write(ref _cells, CellMemory.Allocate(OperationErrorNames.Other + 1));
            }

            return _cells;
        }
    }
}
