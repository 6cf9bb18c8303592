using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>The metric families of a registry, by name, and who may have which name. Safe to use from any thread.</summary>
internal sealed class FamilyCatalog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, MetricFamily> _owners = new(StringComparer.Ordinal);
    private MetricFamily[] _families = [];

    /// <summary>All families, ordered by name.</summary>
    internal ReadOnlySpan<MetricFamily> Families => Volatile.Read(ref _families);

    /// <summary>Finds the instrument registered before under the same name and in the same shape, or makes and adds it.</summary>
    /// <param name="setup">What the instrument is made from.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="conflict">Why there can be none, when null is returned.</param>
    internal T? GetOrAdd<T>(InstrumentSetup setup, Func<InstrumentSetup, T> make, out string? conflict)
        where T : Instrument
    {
        lock (_gate)
        {
            conflict = null;
            if (_owners.TryGetValue(setup.Definition.Name, out var known) && known.Instrument is T instrument && instrument.Setup.Matches(setup))
            {
                return instrument;
            }

            conflict = FindConflict(setup.Definition);
            if (conflict is not null)
            {
                return null;
            }

            var made = make(setup);
            var family = new MetricFamily(made.Definition) { Instrument = made };
            family.Add(made);
            Insert(family);
            return made;
        }
    }

    /// <summary>A family that many sources add series to; found again under an equal definition.</summary>
    internal MetricFamily? Share(MetricDefinition definition, out string? conflict)
    {
        lock (_gate)
        {
            conflict = null;
            if (_owners.TryGetValue(definition.Name, out var known) && known.Instrument is null && known.Definition == definition)
            {
                return known;
            }

            conflict = FindConflict(definition);
            if (conflict is not null)
            {
                return null;
            }

            var family = new MetricFamily(definition);
            Insert(family);
            return family;
        }
    }

    private string? FindConflict(MetricDefinition definition)
    {
        foreach (var name in definition.ClaimedNames)
        {
            if (_owners.TryGetValue(name, out var owner))
            {
                return owner.Name == definition.Name
                    ? $"'{definition.Name}' is registered already, with another kind, help, unit, labels or buckets."
                    : $"'{definition.Name}' clashes with '{owner.Name}', which is registered already: both have '{name}' as the name of a sample or family.";
            }
        }

        return null;
    }

    private void Insert(MetricFamily family)
    {
        foreach (var name in family.Definition.ClaimedNames)
        {
            _owners.Add(name, family);
        }

        var place = Array.FindIndex(_families, other => string.CompareOrdinal(other.Name, family.Name) > 0);
        place = place < 0 ? _families.Length : place;
        Volatile.Write(ref _families, [.. _families[..place], family, .. _families[place..]]);
    }
}
