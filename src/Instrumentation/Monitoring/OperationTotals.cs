using Instrumentation.Metrics;
using Instrumentation.Operations;

namespace Instrumentation.Monitoring;

/// <summary>Calls begun and failed, over all operations. Reads one cell a series, and the failures of those that ever failed.</summary>
internal readonly record struct OperationTotals(long Calls, long Failures)
{
    internal static OperationTotals Read(OperationCatalog catalog)
    {
        var (calls, failures) = (0L, 0L);
        foreach (var operation in catalog.Operations)
        {
            foreach (var series in operation.Series)
            {
                calls += CellMemory.Sum(series.Cell + CallCells.Started);
                for (var error = 0; series.Failures.FirstCell is { } first && error <= OperationErrorNames.Other; error++)
                {
                    failures += CellMemory.Sum(first + error);
                }
            }
        }

        return new OperationTotals(calls, failures);
    }
}
