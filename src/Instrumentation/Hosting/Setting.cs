using Microsoft.Extensions.Configuration;

namespace Instrumentation.Hosting;

/// <summary>One key of the configuration section: how its text is read, what is allowed, and where the value goes.</summary>
internal abstract class Setting(string key, string allowed)
{
    /// <summary>The full configuration key, e.g. <c>Instrumentation:Hooks:Timeout</c>.</summary>
    internal string Key { get; } = $"{InstrumentationOptions.SectionName}:{key}";

    /// <summary>The end of every message about this setting: "must be …".</summary>
    internal string Allowed { get; } = allowed;

    /// <summary>An environment variable besides the one that the key itself gives. It wins over the section.</summary>
    internal string? Alias { get; init; }

    /// <summary>The environment variable that the key gives: a colon is written as two underscores.</summary>
    internal string EnvironmentVariable => Key.Replace(":", "__", StringComparison.Ordinal);

    /// <summary>Copies the configured value, if there is one, into the options. What cannot be read is noted for the validation.</summary>
    internal void Bind(IConfiguration configuration, InstrumentationOptions options)
    {
        var aliased = Alias is null ? null : configuration[Alias];
        var (source, text) = string.IsNullOrWhiteSpace(aliased) || IsServiceLink(aliased) ? (Key, configuration[Key]) : (Alias!, aliased);
        if (!string.IsNullOrWhiteSpace(text) && !TrySet(options, text.Trim()))
        {
            options.UnreadableSettings.Add(Message(source, text));
        }
    }

    /// <summary>The message about a value out of range, or <see langword="null"/>.</summary>
    internal string? Validate(InstrumentationOptions options) => IsAllowed(options) ? null : Message(Key, Text(options));

    /// <summary>The value as the documentation and the messages write it.</summary>
    internal abstract string Text(InstrumentationOptions options);

    protected abstract bool TrySet(InstrumentationOptions options, string text);

    protected abstract bool IsAllowed(InstrumentationOptions options);

    /// <summary>
    /// Kubernetes gives every pod beside a service named "prometheus" a variable <c>PROMETHEUS_PORT=tcp://10.0.0.1:9090</c>. Nobody who configures
    /// this library wrote that, and refusing it would keep pods from starting again once the service is there.
    /// </summary>
    private static bool IsServiceLink(string text) =>
        text.StartsWith("tcp://", StringComparison.Ordinal) || text.StartsWith("udp://", StringComparison.Ordinal);

    private string Message(string source, string text)
    {
        var also = source == Key && Alias is not null ? $" (or {Alias})" : "";
        return $"{source}{also} is '{text}' but must be {Allowed}.";
    }
}
