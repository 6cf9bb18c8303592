using Instrumentation.Alerting.Notifiers.Http;

namespace Instrumentation.Alerting.Notifiers;

/// <summary>Refuses settings that a notifier could not work with, when it is made by code.</summary>
internal static class NotifierChecks
{
    /// <exception cref="ArgumentException">There is no address, or a value is out of range; the message names each setting.</exception>
    internal static void Check(HttpNotifierOptions options, string section)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.IsConfigured)
        {
            throw new ArgumentException($"{section}:{options.AddressKey} or {section}:{options.AddressKey}File must be set.", nameof(options));
        }

        var problems = options.Problems(section).ToList();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(options));
        }
    }
}
