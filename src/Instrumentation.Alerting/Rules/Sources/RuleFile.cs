using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>Reads rule files of Prometheus (model/rulefmt). Strict: what is not known is a mistake, since a misspelt key would otherwise be a rule that does not do what it says.</summary>
public static class RuleFile
{
    // Rules are written by people; what is longer is something else, and YAML's aliases can make much of little.
    private const int LongestFile = 10_000_000;

    /// <summary>Reads the text of a rule file.</summary>
    /// <param name="path">What messages call it, and the source of its groups.</param>
    /// <param name="text">The text, in YAML.</param>
    /// <param name="errors">The mistakes found; empty if the file is good.</param>
    /// <returns>The groups; of no use if there are mistakes.</returns>
    public static IReadOnlyList<RuleGroup> Parse(string path, string text, out IReadOnlyList<RuleFileError> errors)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(text);
        var context = new RuleFileContext(path, text);
        errors = context.Errors;
        if (text.Length > LongestFile)
        {
            context.Add(1, 1, $"the file is longer than {LongestFile} characters");
            return [];
        }

        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException exception)
        {
            context.Add((int)exception.Start.Line, (int)exception.Start.Column, exception.Message);
            return [];
        }

        var groups = new List<RuleGroup>();
        foreach (var document in stream.Documents)
        {
            groups.AddRange(RuleFileReader.ReadDocument(context, document.RootNode));
        }

        return groups;
    }
}
