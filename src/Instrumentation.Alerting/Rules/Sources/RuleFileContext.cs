using Instrumentation.PromQL.Parsing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>A rule file while it is read: its text, its mistakes, and typed access to its nodes.</summary>
internal sealed class RuleFileContext(string path, string text)
{
    // A mapping can be merged into itself.
    private const int DeepestMerge = 10;

    private readonly string[] _lines = text.Split('\n');

    internal string Path => path;

    internal List<RuleFileError> Errors { get; } = [];

    internal void Add(int line, int column, string message) => Errors.Add(new RuleFileError(path, Math.Max(1, line), Math.Max(1, column), message));

    internal void Add(YamlNode node, string message) => Add((int)node.Start.Line, (int)node.Start.Column, message);

    /// <summary>A mistake at a place within a text of the file.</summary>
    internal void Add(YamlScalarNode scalar, string value, SourceRange range, string message)
    {
        var line = 0;
        var lineStart = 0;
        for (var i = 0; i < range.Start && i < value.Length; i++)
        {
            if (value[i] == '\n')
            {
                (line, lineStart) = (line + 1, i + 1);
            }
        }

        var column = range.Start - lineStart;
        var start = (Line: (int)scalar.Start.Line, Column: (int)scalar.Start.Column);
        if (scalar.Style == ScalarStyle.Literal && start.Line + line < _lines.Length)
        {
            var source = _lines[start.Line + line];
            Add(start.Line + 1 + line, source.Length - source.TrimStart(' ').Length + column + 1, message);
        }
        else if (scalar.Style is ScalarStyle.Plain or ScalarStyle.Any or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted && scalar.End.Line == scalar.Start.Line && line == 0)
        {
            Add(start.Line, start.Column + column + (scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? 1 : 0), message);
        }
        else
        {
            // Folded: lines were joined, and the place in the text is no place in the file.
            Add(scalar, $"{line + 1}:{column + 1}: {message}");
        }
    }

    /// <summary>The entries of a mapping, each key once and of those that are known.</summary>
    internal Dictionary<string, (YamlNode Key, YamlNode Value)>? Entries(YamlNode node, string what, string[]? known, int depth = 0)
    {
        if (node is not YamlMappingNode mapping)
        {
            Add(node, $"{what} has to be a mapping");
            return null;
        }

        var entries = new Dictionary<string, (YamlNode, YamlNode)>(StringComparer.Ordinal);
        var merged = new List<YamlNode>();
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (key is YamlScalarNode { Value: "<<", Style: ScalarStyle.Plain or ScalarStyle.Any })
            {
                merged.AddRange(value is YamlSequenceNode several ? several.Children : [value]);
            }
            else if (known is not null && !known.Contains(name, StringComparer.Ordinal))
            {
                var nearest = Suggestions.Nearest(name, known);
                Add(key, $"{what} has no field '{name}'" + (nearest is null ? $"; there are {string.Join(", ", known)}" : $"; did you mean '{nearest}'?"));
            }
            else
            {
                entries[name] = (key, value);
            }
        }

        if (depth > DeepestMerge)
        {
            Add(node, "mappings are merged into one another without end");
            return null;
        }

        // What a mapping says itself wins over what it merges, and what it merges first over what comes after.
        foreach (var other in merged)
        {
            foreach (var (name, entry) in Entries(other, "what is merged by '<<'", known, depth + 1) ?? [])
            {
                entries.TryAdd(name, entry);
            }
        }

        return entries;
    }

    internal YamlScalarNode? Scalar(Dictionary<string, (YamlNode Key, YamlNode Value)> entries, string name)
    {
        if (!entries.TryGetValue(name, out var entry) || IsNull(entry.Value))
        {
            return null;
        }

        if (entry.Value is YamlScalarNode scalar)
        {
            return scalar;
        }

        Add(entry.Value, $"'{name}' has to be a text");
        return null;
    }

    internal TimeSpan? Duration(Dictionary<string, (YamlNode Key, YamlNode Value)> entries, string name)
    {
        if (Scalar(entries, name) is not { } scalar)
        {
            return null;
        }

        if (DurationText.TryParse(scalar.Value ?? "", out var milliseconds))
        {
            return TimeSpan.FromMilliseconds(milliseconds);
        }

        Add(scalar, $"'{name}' is '{scalar.Value}', which is no duration; write it as 30s, 5m or 1h30m");
        return null;
    }

    internal List<KeyValuePair<string, string>> Pairs(Dictionary<string, (YamlNode Key, YamlNode Value)> entries, string name, Action<YamlScalarNode, string, YamlScalarNode> check)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        if (!entries.TryGetValue(name, out var entry) || IsNull(entry.Value) || Entries(entry.Value, $"'{name}'", known: null) is not { } found)
        {
            return pairs;
        }

        foreach (var (key, (keyNode, valueNode)) in found)
        {
            if (valueNode is not YamlScalarNode value)
            {
                Add(valueNode, $"'{key}' has to be a text");
                continue;
            }

            check((YamlScalarNode)keyNode, key, value);
            pairs.Add(new(key, IsNull(value) ? "" : value.Value!));
        }

        return pairs;
    }

    internal static bool IsNull(YamlNode node) => node is YamlScalarNode { Style: ScalarStyle.Plain or ScalarStyle.Any, Value: null or "" or "~" or "null" };
}
