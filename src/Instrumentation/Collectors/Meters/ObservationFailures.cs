using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Meters;

/// <summary>Counts the callbacks of observable instruments that threw, and notes each kind of failure once.</summary>
/// <remarks>Used by one snapshot at a time.</remarks>
internal sealed class ObservationFailures(InstrumentRegistry registry)
{
    internal const string Collector = "meters";
    private const int MostNotes = 20;

    private readonly HashSet<string> _noted = new(StringComparer.Ordinal);

    internal void Note(IEnumerable<Exception> failures)
    {
        foreach (var failure in failures)
        {
            registry.Self.CollectorFailed(Collector);
            if (_noted.Count < MostNotes && _noted.Add($"{failure.GetType()} {failure.StackTrace?.Split('\n')[0]}"))
            {
                registry.Notices.Add(
                    $"The callback of an observable instrument threw; its series are left out, and further failures are only counted. {failure}");
            }
        }
    }
}
