using System.Globalization;
using System.Text;

namespace Instrumentation.Weaver.Catalog;

/// <summary>A label of a metric: all its values, or how many distinct ones it takes.</summary>
internal sealed class CatalogLabel(string name, IReadOnlyList<string> values, int limit)
{
    public string Name { get; } = name;

    /// <summary>All values; empty when there is a <see cref="Limit"/>.</summary>
    public IReadOnlyList<string> Values { get; } = values;

    /// <summary>The greatest number of distinct values, beside <c>none</c> and <c>other</c>; 0 when the values are known.</summary>
    public int Limit { get; } = limit;

    /// <summary>Reads the form in which the generator leaves a label in the assembly: <c>name=value|value</c> or <c>name=*limit</c>.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static CatalogLabel Parse(string text)
    {
        var equals = text.IndexOf('=');
        if (equals <= 0)
        {
            throw new FormatException($"the label '{text}' has no '='");
        }

        var name = text.Substring(0, equals);
        var rest = text.Substring(equals + 1);
        return rest.StartsWith("*", StringComparison.Ordinal)
            ? new(name, [], int.Parse(rest.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture))
            : new(name, SplitValues(rest), limit: 0);
    }

    private static List<string> SplitValues(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '|')
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                // What follows a backslash stands for itself.
                value.Append(text[i] == '\\' && i + 1 < text.Length ? text[++i] : text[i]);
            }
        }

        values.Add(value.ToString());
        return values;
    }
}
