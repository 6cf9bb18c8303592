using System.Globalization;
using System.Text;
using Instrumentation.Generator.Model;

namespace Instrumentation.Analyzers.Declarations;

/// <summary>A label of a metric that two metrics of one name must agree on.</summary>
/// <param name="Name">The name.</param>
/// <param name="Limit">The most values; 0 when they are declared.</param>
/// <param name="Values">The declared values as one text; <c>none</c> and <c>other</c> are left out, since each label that can have them has them.</param>
internal sealed record KnownLabel(string Name, int Limit, string Values)
{
    internal static KnownLabel Of(LabelModel label) => new(label.Name, label.Limit, Join(label.Values));

    /// <summary>Reads a label as <c>DeclaredMetricAttribute.Labels</c> has it: <c>name=value|value</c> or <c>name=*limit</c>.</summary>
    internal static KnownLabel? Parse(string text)
    {
        var parts = new List<string>();
        var part = new StringBuilder();
        string? name = null;
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '\\' when i + 1 < text.Length:
                    part.Append(text[++i]);
                    break;
                case '=' when name is null:
                    name = Take();
                    break;
                case '|':
                    parts.Add(Take());
                    break;
                default:
                    part.Append(text[i]);
                    break;
            }
        }

        parts.Add(Take());
        return name is null ? null
            : parts.Count == 1 && text.StartsWith(name + "=*", StringComparison.Ordinal)
                && int.TryParse(parts[0].Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? new(name, limit, "")
            : new(name, 0, Join(parts));

        string Take()
        {
            var taken = part.ToString();
            part.Clear();
            return taken;
        }
    }

    private static string Join(IEnumerable<string> values) => string.Join("\n", values.Where(static value => value is not "none" and not "other"));
}
