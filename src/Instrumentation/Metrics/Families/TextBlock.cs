namespace Instrumentation.Metrics.Families;

/// <summary>
/// The label text of a few series, one after the other. Entries are added and never changed or moved, so that a snapshot can hold on to the block and read it at any
/// time, whatever has become of the series since.
/// </summary>
internal sealed class TextBlock
{
    internal const int Shift = 4;
    internal const int Size = 1 << Shift;

    private readonly int[] _ends = new int[Size];
    private byte[] _text = [];
    private IReadOnlyList<KeyValuePair<string, string>>?[]? _pairs;

    /// <summary>How many entries there are. Changed by one snapshot at a time.</summary>
    internal int Count { get; private set; }

    /// <summary>How many entries are some series' labels still. Changed by one snapshot at a time.</summary>
    internal int Live { get; set; }

    internal ReadOnlySpan<byte> Text(int entry)
    {
        var start = entry == 0 ? 0 : _ends[entry - 1];
        return Volatile.Read(ref _text).AsSpan(start, _ends[entry] - start);
    }

    /// <summary>The labels of an entry; the same list each time.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Pairs(int entry)
    {
        if (Volatile.Read(ref _pairs) is { } all && Volatile.Read(ref all[entry]) is { } known)
        {
            return known;
        }

        lock (_ends)
        {
            var pairs = _pairs ?? new IReadOnlyList<KeyValuePair<string, string>>?[Size];
            var made = pairs[entry] ?? LabelText.Parse(Text(entry));
            Volatile.Write(ref pairs[entry], made);
            Volatile.Write(ref _pairs, pairs);
            return made;
        }
    }

    /// <summary>Adds an entry and returns its number. There is room for <see cref="Size"/>.</summary>
    internal int Add(ReadOnlySpan<byte> text)
    {
        var used = Count == 0 ? 0 : _ends[Count - 1];
        if (used + text.Length > _text.Length)
        {
            Replace(used, Math.Max(used + text.Length, _text.Length * 2));
        }

        text.CopyTo(_text.AsSpan(used));
        _ends[Count] = used + text.Length;
        if (Count == Size - 1)
        {
            // Full: there are as many blocks as a sixteenth of all series, so what is too much adds up.
            Replace(_ends[Count], _ends[Count]);
        }

        return Count++;
    }

    private void Replace(int used, int length)
    {
        var other = new byte[length];
        _text.AsSpan(0, used).CopyTo(other);
        Volatile.Write(ref _text, other);
    }
}
