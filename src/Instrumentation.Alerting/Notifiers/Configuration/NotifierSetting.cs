using Microsoft.Extensions.Configuration;

namespace Instrumentation.Alerting.Notifiers.Configuration;

/// <summary>One key of a notifier's configuration section.</summary>
/// <param name="key">The key within the section.</param>
/// <param name="allowed">The end of the message about a text that cannot be read: "must be …".</param>
/// <param name="trySet">Reads the text into the options.</param>
/// <param name="aliases">Environment variables besides the one that the key itself gives; they win over the section.</param>
internal sealed class NotifierSetting<T>(string key, string allowed, Func<T, string, bool> trySet, params string[] aliases)
    where T : NotifierOptions
{
    internal string Key => key;

    /// <summary>The environment variables that set it as well.</summary>
    internal IReadOnlyList<string> Aliases => aliases;

    internal void Bind(IConfiguration configuration, string section, T options)
    {
        foreach (var source in (string[])[.. aliases, $"{section}:{key}"])
        {
            if (configuration[source] is { } text && !string.IsNullOrWhiteSpace(text))
            {
                if (!trySet(options, text.Trim()))
                {
                    // Only texts that are not free can be refused, and no secret is among them.
                    options.UnreadableSettings.Add($"{source} is '{text}' but must be {allowed}.");
                }

                return;
            }
        }
    }
}
