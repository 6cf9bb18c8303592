using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Labels;

/// <summary>
/// The first so many distinct strings that came along, numbered in that order. Finding one takes no lock: a hash table with open
/// addressing, whose entries are written once, the key last, and which is replaced as a whole when it grows.
/// </summary>
internal sealed class StringIndex(int limit)
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private static readonly ulong s_seed = (ulong)Random.Shared.NextInt64();
    private readonly Lock _gate = new();
    private Entry[] _table = new Entry[8];
    private string[] _values = new string[4];
    private int _count;

    internal string this[int index] => Volatile.Read(ref _values)[index];

    internal int Count => Volatile.Read(ref _count);

    /// <summary>The number of a string; −1 when it has none yet.</summary>
    internal int Find(string value)
    {
        var hash = Hash(value);
        var table = Volatile.Read(ref _table);
        for (var slot = hash; ; slot++)
        {
            ref var entry = ref table[slot & (uint)(table.Length - 1)];
            var key = Volatile.Read(ref entry.Key);
            if (key is null)
            {
                return -1;
            }

            if (ReferenceEquals(key, value) || (entry.Hash == hash && string.Equals(key, value, StringComparison.Ordinal)))
            {
                return entry.Index;
            }
        }
    }

    /// <summary>Gives a string its number, the one it has or a new one; −1 when the limit is reached.</summary>
    internal int Add(string value)
    {
        // Read outside the gate first: past the limit this is a hot path.
        if (Count == limit)
        {
            return Find(value);
        }

        lock (_gate)
        {
            var index = Find(value);
            if (index >= 0 || _count == limit)
            {
                return index;
            }

            if (_count == _values.Length)
            {
                Volatile.Write(ref _values, Grow(_values));
            }

            if (_count * 2 >= _table.Length)
            {
                var larger = new Entry[_table.Length * 2];
                for (var i = 0; i < _count; i++)
                {
                    Insert(larger, _values[i], i);
                }

                Volatile.Write(ref _table, larger);
            }

            _values[_count] = value;
            Insert(_table, value, _count);
            Volatile.Write(ref _count, _count + 1);
            return _count - 1;
        }
    }

    private static string[] Grow(string[] values)
    {
        Array.Resize(ref values, values.Length * 2);
        return values;
    }

    private static void Insert(Entry[] table, string value, int index)
    {
        var hash = Hash(value);
        var slot = hash;
        while (table[slot & (uint)(table.Length - 1)].Key is not null)
        {
            slot++;
        }

        ref var entry = ref table[slot & (uint)(table.Length - 1)];
        entry.Hash = hash;
        entry.Index = index;
        Volatile.Write(ref entry.Key, value);
    }

    /// <remarks>
    /// Several times faster than <see cref="string.GetHashCode()"/>, and weaker; the seed and the limit, which bounds every chain, keep what an
    /// outsider can do with chosen strings small.
    /// </remarks>
    private static uint Hash(string value)
    {
        var text = value.AsSpan();
        var hash = s_seed ^ (uint)text.Length;
        while (text.Length >= 4)
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text)))) * Multiplier;
            hash = BitOperations.RotateLeft(hash, 29);
            text = text[4..];
        }

        foreach (var character in text)
        {
            hash = (hash ^ character) * Multiplier;
        }

        return (uint)(hash >> 32);
    }

    private struct Entry
    {
        internal string? Key;
        internal uint Hash;
        internal int Index;
    }
}
