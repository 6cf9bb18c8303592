using Instrumentation.Metrics.Catalog;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>An operation's failures, a series for each exception type that was ever thrown.</summary>
internal sealed class FailureSource(Operation operation, OperationLabels labels) : ISeriesSource
{
    private const int Names = OperationErrorNames.Other + 1;
    private readonly LabelTable _table = new();

    /// <inheritdoc/>
    public SourceShape Shape => labels.Shape(withOperation: true, withError: true);

    /// <inheritdoc/>
    public void Collect(SnapshotBuilder builder)
    {
        var all = operation.Series;
        for (var i = 0; i < all.Length; i++)
        {
            if (all[i].Failures.FirstCell is { } first)
            {
                Collect(builder, all[i], i * Names, first);
            }
        }
    }

    private void Collect(SnapshotBuilder builder, OperationSeries series, int number, int first)
    {
        for (var error = 0; error < Names; error++)
        {
            var count = builder.Total(first + error);
            if (count == 0 && !_table.Has(number + error))
            {
                continue;
            }

            if (!_table.Has(number + error))
            {
                _table.Add(number + error, labels.Of(series, withOperation: true, operation.ErrorNames[error]));
            }

            builder.Add(_table, number + error, count);
        }
    }
}
