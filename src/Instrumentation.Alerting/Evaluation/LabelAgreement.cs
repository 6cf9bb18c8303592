using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>Tells which series speak of which.</summary>
internal static class LabelAgreement
{
    /// <summary>Whether no label that both have, the metric's name aside, differs.</summary>
    internal static bool Agree(Labels one, Labels other)
    {
        foreach (ref readonly var label in other.Span)
        {
            var value = label.Name == Labels.MetricName ? "" : one.Get(label.Name);
            if (value.Length > 0 && value != label.Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether all labels of one, the metric's name aside, are labels of the other too.</summary>
    internal static bool IsPartOf(Labels one, Labels other)
    {
        foreach (ref readonly var label in one.Span)
        {
            if (label.Name != Labels.MetricName && other.Get(label.Name) != label.Value)
            {
                return false;
            }
        }

        return true;
    }
}
