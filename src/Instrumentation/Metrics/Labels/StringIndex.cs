using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Instrumentation.Metrics.Labels;

/// <summary>
/// Numbers distinct strings, up to a limit at a time. Finding one takes no lock: a hash table with open addressing, whose entries are written once, the key last, and at
/// most marked as removed; it is replaced as a whole when it is full.
/// </summary>
/// <remarks>
/// A number is taken back in two steps. <see cref="Retire"/> makes it that no lookup finds it any more; only when nobody who found it before can still use it is it
/// <see cref="Free"/> for another string. Until then, and until another string has got it, its own string gets it back when it comes along again.
/// </remarks>
internal sealed class StringIndex(int limit)
{
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15;
    private static readonly ulong s_seed = (ulong)Random.Shared.NextInt64();

    /// <summary>Stands for a key that was removed. No label value is equal to it.</summary>
    private static readonly string s_removed = $"removed {Guid.NewGuid()}";

    private readonly Lock _gate = new();

    /// <summary>Strings whose numbers are retired or free, and not taken by another yet.</summary>
    private readonly Dictionary<string, (int Index, bool IsFree)> _retired = new(StringComparer.Ordinal);
    private readonly Queue<int> _free = [];
    private Entry[] _table = new Entry[8];
    private int _used;
    private string[] _values = new string[4];
    private int _count;
    private bool _isFull;

    internal string this[int index] => Volatile.Read(ref _values)[index];

    /// <summary>The numbers there have been are less than this.</summary>
    internal int Count => Volatile.Read(ref _count);

    /// <summary>The number of a string; −1 when it has none now.</summary>
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

    /// <summary>Gives a string its number, the one it has or had or a new one; −1 when the limit is reached.</summary>
    internal int Add(string value)
    {
        // Read outside the gate first: past the limit this is a hot path.
        if (Volatile.Read(ref _isFull))
        {
            return Find(value);
        }

        lock (_gate)
        {
            var index = Find(value);
            if (index < 0 && (TryTakeBack(value, out index) || TryTake(value, out index)))
            {
                Insert(value, index);
            }

            Volatile.Write(ref _isFull, _count == limit && _retired.Count == 0);
            return index;
        }
    }

    /// <summary>Takes a string's number back: no lookup that begins from now on finds it.</summary>
    internal void Retire(int index)
    {
        lock (_gate)
        {
            var value = _values[index];
            if (Find(value) == index)
            {
                Volatile.Write(ref Slot(value).Key, s_removed);
                _retired.Add(value, (index, IsFree: false));
                Volatile.Write(ref _isFull, false);
            }
        }
    }

    /// <summary>Lets a retired number be given to another string, unless its own has come back.</summary>
    internal void Free(int index)
    {
        lock (_gate)
        {
            if (_retired.TryGetValue(_values[index], out var retired) && retired.Index == index)
            {
                _retired[_values[index]] = (index, IsFree: true);
                _free.Enqueue(index);
            }
        }
    }

    /// <summary>Gives a string its retired number back, since it was used after all.</summary>
    internal void Revive(int index)
    {
        lock (_gate)
        {
            if (TryTakeBack(_values[index], out _))
            {
                Insert(_values[index], index);
            }
        }
    }

    private bool TryTakeBack(string value, out int index)
    {
        var found = _retired.Remove(value, out var retired);
        index = found ? retired.Index : -1;
        return found;
    }

    private bool TryTake(string value, out int index)
    {
        if (_count < limit)
        {
            if (_count == _values.Length)
            {
                Volatile.Write(ref _values, Grow(_values));
            }

            index = _count;
            _values[index] = value;
            Volatile.Write(ref _count, index + 1);
            return true;
        }

        while (_free.TryDequeue(out index))
        {
            // Its own string may have got it back since it was put here, and may even have lost it again.
            if (_retired.TryGetValue(_values[index], out var retired) && retired == (index, true))
            {
                _retired.Remove(_values[index]);
                _values[index] = value;
                return true;
            }
        }

        index = -1;
        return false;
    }

    private static string[] Grow(string[] values)
    {
        Array.Resize(ref values, values.Length * 2);
        return values;
    }

    private void Insert(string value, int index)
    {
        if ((_used + 1) * 2 > _table.Length)
        {
            Rebuild();
        }

        _used++;
        Insert(_table, value, Hash(value), index);
    }

    /// <summary>Leaves out what was removed. Lookups that still read the former table find in it what was there.</summary>
    private void Rebuild()
    {
        var live = _table.Count(static entry => entry.Key is not null && !ReferenceEquals(entry.Key, s_removed));
        var larger = new Entry[BitOperations.RoundUpToPowerOf2((uint)Math.Max(8, (live + 1) * 3))];
        foreach (var entry in _table)
        {
            if (entry.Key is not null && !ReferenceEquals(entry.Key, s_removed))
            {
                Insert(larger, entry.Key, entry.Hash, entry.Index);
            }
        }

        _used = live;
        Volatile.Write(ref _table, larger);
    }

    private static void Insert(Entry[] table, string value, uint hash, int index)
    {
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

    /// <summary>The entry of a string that is in the table.</summary>
    private ref Entry Slot(string value)
    {
        var slot = Hash(value);
        while (!string.Equals(_table[slot & (uint)(_table.Length - 1)].Key, value, StringComparison.Ordinal))
        {
            slot++;
        }

        return ref _table[slot & (uint)(_table.Length - 1)];
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
