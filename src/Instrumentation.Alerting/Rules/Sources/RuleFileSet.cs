using Instrumentation.Metrics;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>The rule files of the settings: reads those that are new or changed, and lets go of those that are gone. A file with mistakes changes nothing.</summary>
internal sealed class RuleFileSet(AlertManager manager, IEnumerable<string> patterns, InstrumentRegistry registry, ILogger logger)
{
    private readonly Dictionary<string, (string Text, bool IsLoaded)> _known = new(StringComparer.Ordinal);
    private readonly Counter _failures = registry.Counter("instrumentation_rule_load_failures_total", "Times that rules of a file or of the configuration could not be loaded.");

    internal void Refresh()
    {
        var files = patterns.SelectMany(Find).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            Load(file);
        }

        foreach (var gone in _known.Keys.Where(file => !files.Contains(file)).ToList())
        {
            _known.Remove(gone);
            manager.ReplaceGroups(gone, []);
        }
    }

    private static IEnumerable<string> Find(string pattern)
    {
        var path = Path.GetFullPath(pattern);
        if (Directory.Exists(path))
        {
            return Directory.EnumerateFiles(path, "*.yml").Concat(Directory.EnumerateFiles(path, "*.yaml"));
        }

        var (folder, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        return name.AsSpan().ContainsAny('*', '?')
            ? Directory.Exists(folder) ? Directory.EnumerateFiles(folder, name) : []
            : [path];
    }

    private void Load(string file)
    {
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Fail(file, "", exception.Message);
            return;
        }

        // The text and not the time of the file: that may be the same after two changes.
        if (_known.TryGetValue(file, out var known) && known.Text == text && known.IsLoaded)
        {
            return;
        }

        var groups = RuleFile.Parse(file, text, out var errors);
        if (errors.Count > 0)
        {
            Fail(file, text, string.Join(Environment.NewLine, errors));
            return;
        }

        try
        {
            manager.ReplaceGroups(file, groups);
        }
        catch (RuleException exception)
        {
            Fail(file, text, exception.Message);
            return;
        }

        _known[file] = (text, true);
        AlertingLog.RulesLoaded(logger, groups.Sum(static group => group.Rules.Count), groups.Count, file);
    }

    private void Fail(string file, string text, string reason)
    {
        // Told once for each state of the file, and not at each look.
        var isNews = !_known.TryGetValue(file, out var known) || known.Text != text || known.IsLoaded;
        _known[file] = (text, false);
        if (isNews)
        {
            _failures.Increment();
            AlertingLog.RulesNotLoaded(logger, file, reason);
        }
    }
}
