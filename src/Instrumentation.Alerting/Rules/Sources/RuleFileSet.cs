using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>The rule files of the settings: reads those that are new or changed, and lets go of those that are gone. A file with mistakes changes nothing.</summary>
internal sealed class RuleFileSet(AlertManager manager, IEnumerable<string> patterns, RuleLoadFailures failures, ILogger logger)
{
    private readonly Dictionary<string, (string Text, bool IsLoaded)> _known = new(StringComparer.Ordinal);

    internal void Refresh()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var isComplete = true;
        foreach (var pattern in patterns)
        {
            isComplete &= TryFind(pattern, found);
        }

        foreach (var file in found.Order(StringComparer.Ordinal))
        {
            Load(file);
        }

        // What lies where nobody could look is not known to be gone.
        foreach (var gone in _known.Keys.Where(file => isComplete && !found.Contains(file)).ToList())
        {
            _known.Remove(gone);
            manager.ReplaceGroups(gone, []);
        }
    }

    private bool TryFind(string pattern, HashSet<string> found)
    {
        try
        {
            found.UnionWith(Find(pattern));
            failures.Clear(pattern);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            failures.Tell(pattern, exception.Message);
            return false;
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
            failures.Clear(file);
            failures.Tell(file, reason);
        }
    }
}
