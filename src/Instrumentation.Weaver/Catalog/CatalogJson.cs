using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Instrumentation.Weaver.Catalog;

/// <summary>
/// The catalog as <c>metrics.json</c>: one metric an object, ordered by name, one property a line, so that a version control system shows what changed.
/// </summary>
internal static class CatalogJson
{
    public static string Write(string assembly, IReadOnlyList<CatalogEntry> entries)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"assembly\": ").Append(Quote(assembly)).Append(",\n  \"metrics\": [");
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(i == 0 ? "\n    {\n" : ",\n    {\n");
            text.Append(string.Join(",\n", Properties(entries[i]).Select(property => $"      \"{property.Name}\": {property.Value}")));
            text.Append("\n    }");
        }

        return text.Append(entries.Count == 0 ? "]\n}\n" : "\n  ]\n}\n").ToString();
    }

    /// <exception cref="FormatException">The text is no catalog.</exception>
    public static IReadOnlyList<CatalogEntry> Read(byte[] json)
    {
        try
        {
            // A byte order mark, which editors like to leave behind, is not JSON.
            var start = json.Length >= 3 && json[0] == 0xEF && json[1] == 0xBB && json[2] == 0xBF ? 3 : 0;
            using var reader = JsonReaderWriterFactory.CreateJsonReader(json, start, json.Length - start, XmlDictionaryReaderQuotas.Max);
            var root = XElement.Load(reader);
            var metrics = root.Element("metrics") ?? throw new FormatException("it has no \"metrics\"");
            return [.. metrics.Elements().Select(Read)];
        }
        catch (Exception malformed) when (malformed is XmlException or OverflowException or InvalidOperationException)
        {
            throw new FormatException(malformed.Message, malformed);
        }
    }

    private static IEnumerable<(string Name, string Value)> Properties(CatalogEntry entry)
    {
        yield return ("name", Quote(entry.Name));
        yield return ("kind", Quote(entry.Kind));
        if (entry.Unit is { } unit)
        {
            yield return ("unit", Quote(unit));
        }

        yield return ("help", Quote(entry.Help ?? ""));
        yield return ("labels", List(entry.Labels.Select(Label), "\n        ", "\n      "));
        if (entry.Buckets.Count > 0)
        {
            yield return ("buckets", List(entry.Buckets.Select(Number), "", ""));
        }

        yield return ("series", entry.Series.ToString(CultureInfo.InvariantCulture));
        if (entry.Owner is { } owner)
        {
            yield return ("owner", Quote(owner));
        }

        if (entry.Member is { } member)
        {
            yield return ("member", Quote(member));
        }
    }

    private static string Label(CatalogLabel label) => label.Limit > 0
        ? $"{{ \"name\": {Quote(label.Name)}, \"limit\": {label.Limit.ToString(CultureInfo.InvariantCulture)} }}"
        : $"{{ \"name\": {Quote(label.Name)}, \"values\": {List(label.Values.Select(Quote), "", "")} }}";

    private static string List(IEnumerable<string> items, string before, string after)
    {
        var all = items.ToArray();
        return all.Length == 0 ? "[]" : $"[{before}{string.Join("," + (before.Length > 0 ? before : " "), all)}{after}]";
    }

    private static CatalogEntry Read(XElement metric) => new(Text(metric, "name"), Text(metric, "kind"))
    {
        Unit = (string?)metric.Element("unit"),
        Help = (string?)metric.Element("help"),
        Labels = [.. metric.Elements("labels").Elements().Select(label => new CatalogLabel(
            Text(label, "name"),
            [.. label.Elements("values").Elements().Select(value => value.Value)],
            label.Element("limit") is { } limit ? int.Parse(limit.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0))],
        Buckets = [.. metric.Elements("buckets").Elements().Select(bound => double.Parse(bound.Value, CultureInfo.InvariantCulture))],
        Series = metric.Element("series") is { } series ? long.Parse(series.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 1,
        Owner = (string?)metric.Element("owner"),
        Member = (string?)metric.Element("member"),
    };

    private static string Text(XElement element, string name) =>
        (string?)element.Element(name) ?? throw new FormatException($"an entry of \"metrics\" has no \"{name}\"");

    /// <remarks>The build runs on .NET Framework too, whose "R" is the shortest text that reads back the same for all but a few numbers; "G17" for those.</remarks>
    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.Parse(text, CultureInfo.InvariantCulture).Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static string Quote(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var character in value)
        {
            text.Append(character switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return text.Append('"').ToString();
    }
}
