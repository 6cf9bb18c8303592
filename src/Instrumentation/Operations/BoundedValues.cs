using System.Collections.Concurrent;

namespace Instrumentation.Operations;

/// <summary>The first so many distinct strings that came along, numbered in that order; any further one is <c>other</c>.</summary>
internal sealed class BoundedValues(int limit)
{
    private readonly ConcurrentDictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly string?[] _values = new string?[limit];
    private int _taken;

    /// <summary>The string at an index; <c>other</c> at the limit, and where none is yet.</summary>
    internal string this[int index] => index == limit ? "other" : Volatile.Read(ref _values[index]) ?? "other";

    internal int IndexOf(string value) => _indexes.TryGetValue(value, out var index) ? index : Take(value);

    private int Take(string value)
    {
        lock (_gate)
        {
            if (_indexes.TryGetValue(value, out var index))
            {
                return index;
            }

            if (_taken == limit)
            {
                return limit;
            }

            index = _taken++;
            Volatile.Write(ref _values[index], value);
            _indexes[value] = index;
            return index;
        }
    }
}
