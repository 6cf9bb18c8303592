using Instrumentation.Metrics;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>Counts and logs that rules could not be loaded: of each source once for as long as the reason stays the same, however often it is looked at. Not thread-safe.</summary>
internal sealed class RuleLoadFailures(InstrumentRegistry registry, ILogger logger)
{
    private readonly Counter _failures = registry.Counter("instrumentation_rule_load_failures_total", "Times that rules of a file, of the configuration or of an assembly could not be loaded.");
    private readonly Dictionary<string, string> _told = new(StringComparer.Ordinal);

    internal void Tell(string source, string reason)
    {
        if (_told.GetValueOrDefault(source) != reason)
        {
            _told[source] = reason;
            _failures.Increment();
            AlertingLog.RulesNotLoaded(logger, source, reason);
        }
    }

    /// <summary>Notes that the source is well: the next failure is news.</summary>
    internal void Clear(string source) => _told.Remove(source);
}
