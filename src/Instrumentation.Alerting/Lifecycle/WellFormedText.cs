using System.Text;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>Texts as UTF-8 can hold them: half of a surrogate pair, as a name cut off in its middle ends in, could neither be stored nor sent.</summary>
internal static class WellFormedText
{
    /// <summary>The very same text if there is nothing to mend, else with U+FFFD for each half, as expositions have it.</summary>
    internal static string Of(string text) => Utf8Text.IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>The very same labels if there is nothing to mend.</summary>
    internal static Labels Of(Labels labels)
    {
        foreach (ref readonly var label in labels.Span)
        {
            if (!Utf8Text.IsWellFormed(label.Value))
            {
                return Labels.From(labels.Span.ToArray().Select(static label => new Label(label.Name, Of(label.Value))));
            }
        }

        return labels;
    }
}
