using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Operations;

/// <summary>All operations that one registry shows, by what tells their series apart. Safe to use from any thread.</summary>
internal sealed class OperationCatalog
{
    private static readonly ConditionalWeakTable<InstrumentRegistry, OperationCatalog> s_catalogs = [];

    private readonly Lock _gate = new();
    private readonly InstrumentRegistry _registry;
    private readonly Dictionary<string, Operation> _operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Operation> _metrics = new(StringComparer.Ordinal);

    private OperationCatalog(InstrumentRegistry registry) => _registry = registry;

    internal static OperationCatalog Of(InstrumentRegistry registry) =>
        s_catalogs.GetValue(registry, static registry => new OperationCatalog(registry));

    /// <summary>The operations there are now.</summary>
    internal Operation[] Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _operations.Values];
            }
        }
    }

    internal Operation GetOrAdd(OperationDefinition definition)
    {
        var operation = FindOrAdd(definition);
        _registry.Grow();
        return operation;
    }

    private Operation FindOrAdd(OperationDefinition definition)
    {
        lock (_gate)
        {
            var key = Key(definition.Name, definition);
            if (_operations.TryGetValue(key, out var known))
            {
                return Join(known, definition);
            }

            var problem = OperationShape.FindProblem(definition);
            var metricKey = definition.Metric is { } metric ? Key(metric, definition) : null;
            if (problem is null && metricKey is not null && _metrics.TryGetValue(metricKey, out var owner))
            {
                problem = $"the metric '{definition.Metric}' is that of the operation '{owner.Name}' already";
            }

            if (problem is not null)
            {
                return Detach(definition, problem);
            }

            var made = new Operation(definition, definition.Buckets ?? [.. DurationBuckets.Default]);
            foreach (var label in definition.Labels)
            {
                label.Attach(_registry, definition.Name);
                label.KeepPlaces();
            }

            OperationFamilies.Show(made, _registry);
            _operations.Add(key, made);
            if (metricKey is not null)
            {
                _metrics.Add(metricKey, made);
            }

            return made;
        }
    }

    /// <summary>Two operations of the same key would have series with the same labels, which no scraper accepts.</summary>
    private static string Key(string name, OperationDefinition definition) => string.Join(
        '\n',
        [definition.Prefix, definition.Service, name, .. definition.Labels.Select(static label => label.Name).Order(StringComparer.Ordinal)]);

    private Operation Join(Operation known, OperationDefinition definition)
    {
        if (OperationShape.FindDifference(known.Definition, definition) is { } difference)
        {
            return Detach(definition, $"the name is registered already with {difference}");
        }

        if (known.Definition.SampleEvery != definition.SampleEvery || known.Definition.Trace != definition.Trace)
        {
            _registry.Notices.Add(
                $"The operation '{definition.Name}' is defined more than once, with different SampleEvery or Trace. The first definition applies to all.");
        }

        for (var i = 0; i < definition.Labels.Length; i++)
        {
            if (!definition.Labels[i].SharesValuesOf(known.Definition.Labels[i]))
            {
                return Detach(definition, $"its label '{definition.Labels[i].Name}' has numbered values of another metric already");
            }
        }

        return known;
    }

    private Operation Detach(OperationDefinition definition, string problem)
    {
        _registry.Self.RegistrationConflicted();
        _registry.Notices.Add($"The operation '{definition.Name}' is measured but not shown: {problem}.");

        // A number beyond the only series then counts in that one.
        return new Operation(OperationShape.HasRoom(definition) ? definition : definition with { Labels = [] }, [.. DurationBuckets.Default]);
    }
}
