using System.Collections.Concurrent;
using Instrumentation.Operations;

namespace Instrumentation.Monitoring;

/// <summary>The operations of profiled code by name, so many of them at most.</summary>
internal sealed class ProfiledOperations(OperationCatalog operations, int limit)
{
    private readonly ConcurrentDictionary<string, Operation> _byName = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <summary>Set when the limit is reached, and then the answer for every new name.</summary>
    private volatile Operation? _other;

    internal Operation Find(string name) => _byName.TryGetValue(name, out var operation) ? operation : _other ?? Add(name);

    private Operation Add(string name)
    {
        lock (_gate)
        {
            return _byName.Count < limit ? _byName.GetOrAdd(name, Create) : _other ??= Create("other");
        }
    }

    private Operation Create(string name) => operations.GetOrAdd(new OperationDefinition { Name = name });
}
