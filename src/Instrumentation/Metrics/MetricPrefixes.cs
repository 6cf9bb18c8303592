namespace Instrumentation.Metrics;

/// <summary>
/// The prefixes that a program gives to the metrics of libraries that let it, by <see cref="MetricPrefixAttribute"/>. Generated code calls this. Safe to use from any thread.
/// </summary>
public static class MetricPrefixes
{
    private static readonly Lock s_gate = new();
    private static readonly Dictionary<string, string> s_given = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string> s_used = new(StringComparer.Ordinal);

    /// <summary>Gives the metrics of an assembly another prefix. Must come before the assembly makes them; later it is noted and has no effect.</summary>
    /// <param name="assembly">The assembly's simple name.</param>
    /// <param name="prefix">The prefix; empty for none.</param>
    public static void Set(string assembly, string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(assembly);
        ArgumentNullException.ThrowIfNull(prefix);
        lock (s_gate)
        {
            if (s_used.TryGetValue(assembly, out var used))
            {
                if (used != prefix)
                {
                    InstrumentRegistry.Default.Notices.Add(
                        $"The metrics of {assembly} were to have the prefix '{prefix}', but have been registered with '{used}' before.");
                }

                return;
            }

            s_given[assembly] = prefix;
        }
    }

    /// <summary>The prefix of an assembly's metrics. From the first call on it no longer changes.</summary>
    /// <param name="assembly">The assembly's simple name.</param>
    /// <param name="default">The prefix it has when the program gives none.</param>
    /// <returns>The prefix.</returns>
    public static string Of(string assembly, string @default)
    {
        ArgumentException.ThrowIfNullOrEmpty(assembly);
        ArgumentNullException.ThrowIfNull(@default);
        lock (s_gate)
        {
            return s_used[assembly] = s_given.GetValueOrDefault(assembly, @default);
        }
    }
}
