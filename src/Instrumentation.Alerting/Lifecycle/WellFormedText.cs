using System.Text;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>Texts as UTF-8 can hold them: half of a surrogate pair, as a name cut off in its middle ends in, could neither be stored nor sent.</summary>
internal static class WellFormedText
{
    /// <summary>The very same text if there is nothing to mend, else with U+FFFD for each half, as expositions have it.</summary>
    internal static string Of(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
            {
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
            }

            i++;
        }

        return text;
    }

    /// <summary>The very same labels if there is nothing to mend.</summary>
    internal static Labels Of(Labels labels)
    {
        foreach (ref readonly var label in labels.Span)
        {
            if (!ReferenceEquals(Of(label.Value), label.Value))
            {
                return Labels.From(labels.Span.ToArray().Select(static label => new Label(label.Name, Of(label.Value))));
            }
        }

        return labels;
    }
}
