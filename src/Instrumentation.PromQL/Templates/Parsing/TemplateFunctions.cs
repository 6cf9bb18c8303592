namespace Instrumentation.PromQL.Templates.Parsing;

/// <summary>The functions that templates know, with how many arguments each takes (template/template.go, and text/template's own).</summary>
internal static class TemplateFunctions
{
    private const int Any = int.MaxValue;

    private static readonly Dictionary<string, (int Least, int Most)> s_arguments = new(StringComparer.Ordinal)
    {
        ["and"] = (1, Any),
        ["or"] = (1, Any),
        ["not"] = (1, 1),
        ["eq"] = (2, Any),
        ["ne"] = (2, 2),
        ["lt"] = (2, 2),
        ["le"] = (2, 2),
        ["gt"] = (2, 2),
        ["ge"] = (2, 2),
        ["len"] = (1, 1),
        ["index"] = (1, Any),
        ["slice"] = (1, 4),
        ["print"] = (0, Any),
        ["println"] = (0, Any),
        ["printf"] = (1, Any),
        ["html"] = (0, Any),
        ["urlquery"] = (0, Any),
        ["js"] = (0, Any),
        ["query"] = (1, 1),
        ["first"] = (1, 1),
        ["label"] = (2, 2),
        ["value"] = (1, 1),
        ["strvalue"] = (1, 1),
        ["sortByLabel"] = (2, 2),
        ["args"] = (0, Any),
        ["reReplaceAll"] = (3, 3),
        ["match"] = (2, 2),
        ["title"] = (1, 1),
        ["toUpper"] = (1, 1),
        ["toLower"] = (1, 1),
        ["safeHtml"] = (1, 1),
        ["graphLink"] = (1, 1),
        ["tableLink"] = (1, 1),
        ["stripPort"] = (1, 1),
        ["stripDomain"] = (1, 1),
        ["humanize"] = (1, 1),
        ["humanize1024"] = (1, 1),
        ["humanizeDuration"] = (1, 1),
        ["humanizePercentage"] = (1, 1),
        ["humanizeTimestamp"] = (1, 1),
        ["toTime"] = (1, 1),
        ["toDuration"] = (1, 1),
        ["now"] = (0, 0),
        ["parseDuration"] = (1, 1),
        ["pathPrefix"] = (0, 0),
        ["externalURL"] = (0, 0),
        ["urlQueryEscape"] = (1, 1),
    };

    public static IEnumerable<string> Names => s_arguments.Keys;

    public static bool IsKnown(string name) => s_arguments.ContainsKey(name);

    /// <summary>What is wrong with a number of arguments; null if nothing is.</summary>
    public static string? WrongCount(string name, int count)
    {
        var (least, most) = s_arguments[name];
        if (count >= least && count <= most)
        {
            return null;
        }

        var wanted = most == Any ? $"at least {least}" : least == most ? $"{least}" : $"{least} to {most}";
        return $"wrong number of args for {name}: want {wanted} got {count}";
    }
}
