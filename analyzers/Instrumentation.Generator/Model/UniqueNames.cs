using System.Globalization;

namespace Instrumentation.Generator.Model;

/// <summary>Hands out names, each once: the second <c>Act</c> becomes <c>Act2</c>.</summary>
internal sealed class UniqueNames(StringComparer comparer)
{
    private readonly HashSet<string> _taken = new(comparer);

    /// <summary>The name handed out last.</summary>
    public string Last { get; private set; } = "";

    public string Add(string name)
    {
        var unique = name;
        for (var number = 2; !_taken.Add(unique); number++)
        {
            unique = name + number.ToString(CultureInfo.InvariantCulture);
        }

        Last = unique;
        return unique;
    }
}
