using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>
/// From the number of a combination of label values back to the values. The number is <c>((i₀·n₁ + i₁)·n₂ + i₂)…</c>, where iₖ is the number of the value
/// of label k and nₖ its <see cref="Label.Count"/>.
/// </summary>
internal static class SeriesLabels
{
    internal static string[] ValuesAt(Label[] labels, int index)
    {
        var values = new string[labels.Length];
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            (index, var value) = Math.DivRem(index, labels[i].Count);
            values[i] = labels[i].ValueAt(value);
        }

        return values;
    }

    internal static bool AreDeclared(Label[] labels, int index)
    {
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            (index, var value) = Math.DivRem(index, labels[i].Count);
            if (!labels[i].IsDeclared(value))
            {
                return false;
            }
        }

        return true;
    }
}
