using Instrumentation.Metrics.Catalog;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Operations;

/// <summary>The label text of an operation's series, rendered when a series is first shown. Used by one snapshot at a time.</summary>
internal sealed class SeriesNames(OperationLabels labels, bool withOperation)
{
    private readonly LabelTable _table = new();

    internal SourceShape Shape => labels.Shape(withOperation);

    /// <summary>The table in which the series at <paramref name="index"/> has its labels by now.</summary>
    internal LabelTable With(int index, OperationSeries series)
    {
        if (!_table.Has(index))
        {
            _table.Add(index, labels.Of(series, withOperation));
        }

        return _table;
    }
}
