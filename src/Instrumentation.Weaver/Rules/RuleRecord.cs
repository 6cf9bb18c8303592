namespace Instrumentation.Weaver.Rules;

/// <summary>An object of the generated table, by its properties: texts, numbers, lists of texts or of pairs.</summary>
internal sealed class RuleRecord
{
    public RuleRecord(string type) => Type = type;

    /// <summary>The simple name of its type.</summary>
    public string Type { get; }

    public Dictionary<string, object?> Properties { get; } = new(StringComparer.Ordinal);

    public string? Text(string property) => Properties.TryGetValue(property, out var value) ? value as string : null;

    public long Number(string property, long otherwise = 0) => Properties.TryGetValue(property, out var value) && value is long number ? number : otherwise;

    public IEnumerable<KeyValuePair<string, string>> Pairs(string property) =>
        Properties.TryGetValue(property, out var value) && value is object?[] items ? items.OfType<KeyValuePair<string, string>>() : [];
}
