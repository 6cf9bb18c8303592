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

            Vacate(setup.Definition);
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
    /// <param name="definition">What it is.</param>
    /// <param name="source">One to add to it at once, so that nobody finds the family without any; null when they come later.</param>
    /// <param name="conflict">Why there can be none, when null is returned.</param>
    internal MetricFamily? Share(MetricDefinition definition, ISeriesSource? source, out string? conflict)
    {
        lock (_gate)
        {
            conflict = null;
            if (!_owners.TryGetValue(definition.Name, out var family) || family.Instrument is not null || family.Definition != definition)
            {
                Vacate(definition);
                conflict = FindConflict(definition);
                if (conflict is not null)
                {
                    return null;
                }

                family = new MetricFamily(definition);
                Insert(family);
            }

            if (source is not null)
            {
                family.Add(source);
            }

            return family;
        }
    }

    /// <summary>Takes away what stands in the way and belongs to a meter whose instruments are all gone: it will be made anew if they come again.</summary>
    private void Vacate(MetricDefinition definition)
    {
        foreach (var name in definition.ClaimedNames)
        {
            if (_owners.TryGetValue(name, out var owner) && owner is { Definition.IsOfMeter: true, Sources.IsEmpty: true })
            {
                foreach (var claimed in owner.Definition.ClaimedNames)
                {
                    _owners.Remove(claimed);
                }

                Volatile.Write(ref _families, [.. _families.Where(family => family != owner)]);
            }
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
