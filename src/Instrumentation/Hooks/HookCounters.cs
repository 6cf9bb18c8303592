using Instrumentation.Metrics;

namespace Instrumentation.Hooks;

/// <summary>What is counted about one hook.</summary>
internal sealed class HookCounters
{
    private readonly string _name;
    private readonly Counter<string?> _failures;
    private readonly Counter<string?> _drops;

    internal HookCounters(string name, Counter<string?> failures, Counter<string?> drops)
    {
        (_name, _failures, _drops) = (name, failures, drops);

        // Shown as 0 from the start: an alert on an increase would miss the first failure otherwise.
        failures.Show(failures.SeriesOf(name));
        drops.Show(drops.SeriesOf(name));
    }

    internal void Failed() => _failures.Increment(_name);

    internal void Dropped() => _drops.Increment(_name);
}
