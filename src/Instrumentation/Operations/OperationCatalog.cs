namespace Instrumentation.Operations;

/// <summary>All operations that one registry shows.</summary>
internal sealed class OperationCatalog
{
    private readonly Lock _gate = new();
    private readonly List<Operation> _operations = [];

    internal static OperationCatalog Default { get; } = new();

    internal Operation GetOrAdd(OperationDefinition definition)
    {
        lock (_gate)
        {
            var known = _operations.Find(operation => operation.Name == definition.Name && operation.Definition.Labels.Length == definition.Labels.Length);
            if (known is not null)
            {
                for (var i = 0; i < definition.Labels.Length; i++)
                {
                    definition.Labels[i].ShareValuesOf(known.Definition.Labels[i]);
                }

                return known;
            }

            var made = new Operation(definition, definition.Buckets ?? [.. DurationBuckets.Default]);
            _operations.Add(made);
            return made;
        }
    }
}
