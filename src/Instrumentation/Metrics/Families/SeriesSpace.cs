
namespace Instrumentation.Metrics.Families;

/// <summary>All combinations of the values of an instrument's labels, numbered, with the label text of those that were shown so far.</summary>
internal sealed class SeriesSpace
{
    /// <summary>More series than this is a mistake in the choice of labels, and a scrape of hundreds of megabytes.</summary>
    internal const int Limit = 4_000_000;

    private readonly Label[] _labels;
    private bool _declaredShown;

    internal SeriesSpace(string metric, Label[] labels)
    {
        if (!TryCount(labels, out var count))
        {
            throw new ArgumentException(
                $"The labels of '{metric}' have more than {Limit:N0} combinations. Leave one out, or lower its limit.", nameof(labels));
        }

        _labels = labels;
        Count = count;
        Table = new LabelTable();
    }

    internal int Count { get; }

    internal LabelTable Table { get; }

    /// <summary>Counts the combinations of labels' values; false when there are more than <see cref="Limit"/>.</summary>
    internal static bool TryCount(Label[] labels, out int count)
    {
        var product = 1L;
        foreach (var label in labels)
        {
            product *= label.Count;
            if (product > Limit)
            {
                count = 0;
                return false;
            }
        }

        count = (int)product;
        return true;
    }

    /// <summary>Whether a series is in the snapshot: one that has been shown once is, and one that has a value is from now on.</summary>
    internal bool Shows(int series, bool hasValue)
    {
        if (Table.Has(series))
        {
            return true;
        }

        if (hasValue)
        {
            Show(series);
        }

        return hasValue;
    }

    /// <summary>Shows the combinations of declared values, which are there before the first use. The first snapshot does it.</summary>
    internal void ShowDeclared()
    {
        if (_declaredShown)
        {
            return;
        }

        _declaredShown = true;
        if (!Array.Exists(_labels, static label => !label.IsDeclared(0)))
        {
            for (var series = 0; series < Count; series++)
            {
                if (IsDeclared(series) && !Table.Has(series))
                {
                    Show(series);
                }
            }
        }
    }

    /// <summary>
    /// Leaves a series out of snapshots until it is shown again. Label values that no series has any more make room for others.
    /// </summary>
    internal void Remove(int series)
    {
        var wasShown = Table.Has(series);
        if (wasShown)
        {
            Table.Remove(series);
        }

        var number = series;
        for (var i = _labels.Length - 1; i >= 0; i--)
        {
            (number, var value) = Math.DivRem(number, _labels[i].Count);
            _labels[i].Removed(value, wasShown);
        }
    }

    /// <summary>All series in which a label has a value.</summary>
    internal IEnumerable<int> SeriesWith(int label, string value)
    {
        var inner = 1;
        foreach (var later in _labels[(label + 1)..])
        {
            inner *= later.Count;
        }

        for (var number = 0; number < _labels[label].Count; number++)
        {
            if (_labels[label].ValueAt(number) != value)
            {
                continue;
            }

            for (var first = number * inner; first < Count; first += inner * _labels[label].Count)
            {
                for (var series = first; series < first + inner; series++)
                {
                    yield return series;
                }
            }
        }
    }

    /// <summary>The labels of a series, shown or not, as a meter's tags.</summary>
    internal KeyValuePair<string, object?>[] TagsOf(int series)
    {
        var tags = new KeyValuePair<string, object?>[_labels.Length];
        for (var i = _labels.Length - 1; i >= 0; i--)
        {
            (series, var value) = Math.DivRem(series, _labels[i].Count);
            tags[i] = new(_labels[i].Name, _labels[i].ValueAt(value));
        }

        return tags;
    }

    private bool IsDeclared(int series)
    {
        for (var i = _labels.Length - 1; i >= 0; i--)
        {
            (series, var value) = Math.DivRem(series, _labels[i].Count);
            if (!_labels[i].IsDeclared(value))
            {
                return false;
            }
        }

        return true;
    }

    private void Show(int series)
    {
        var number = series;
        var pairs = new KeyValuePair<string, string>[_labels.Length];
        for (var i = _labels.Length - 1; i >= 0; i--)
        {
            (number, var value) = Math.DivRem(number, _labels[i].Count);
            _labels[i].Shown(value);
            pairs[i] = KeyValuePair.Create(_labels[i].Name, _labels[i].ValueAt(value));
        }

        Table.Add(series, pairs);
    }
}
