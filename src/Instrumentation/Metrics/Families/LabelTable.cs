using System.Buffers;
using System.Text;

namespace Instrumentation.Metrics.Families;

/// <summary>
/// The label text of series, <c>weapon="rifle",region="eu"</c> in UTF-8 and escaped, by the series' number. Rendered once; an exposition copies it.
/// </summary>
/// <remarks>
/// Written while a snapshot is built, which one thread does at a time. Read at any time, through a snapshot, for series that it shows: text once written stays
/// where it is until the arrays are replaced by larger ones with the same content.
/// </remarks>
internal sealed class LabelTable
{
    /// <summary>For instruments without labels: series 0 has no label.</summary>
    internal static readonly LabelTable Unlabelled = MakeUnlabelled();

    private byte[] _text = [];
    private int _used;

    /// <summary>Where a series' text is: start in the upper half, length + 1 in the lower; 0 when there is none.</summary>
    private long[] _places = [];
    private IReadOnlyList<KeyValuePair<string, string>>?[] _pairs = [];

    internal bool Has(int series) => (uint)series < (uint)_places.Length && _places[series] != 0;

    /// <summary>The label text of a series that has one.</summary>
    internal ReadOnlySpan<byte> Text(int series)
    {
        // The places before the text: whoever replaced the text did so before it wrote a place in it.
        var place = Volatile.Read(ref Volatile.Read(ref _places)[series]);
        return Volatile.Read(ref _text).AsSpan((int)(place >> 32), (int)place - 1);
    }

    /// <summary>The labels of a series that has text; the same list each time.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Pairs(int series)
    {
        var all = Volatile.Read(ref _pairs);
        if (series < all.Length && Volatile.Read(ref all[series]) is { } known)
        {
            return known;
        }

        lock (this)
        {
            if (series >= _pairs.Length)
            {
                Array.Resize(ref _pairs, _places.Length);
            }

            return _pairs[series] ??= LabelText.Parse(Text(series));
        }
    }

    /// <summary>Gives a series its labels, in the order given. Label names are taken as valid; values may be any text.</summary>
    internal void Add(int series, params ReadOnlySpan<KeyValuePair<string, string>> labels)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        foreach (var (name, value) in labels)
        {
            if (buffer.WrittenCount > 0)
            {
                buffer.Write(","u8);
            }

            Encoding.UTF8.GetBytes(name, buffer);
            buffer.Write("=\""u8);
            LabelText.WriteEscaped(buffer, value);
            buffer.Write("\""u8);
        }

        Add(series, buffer.WrittenSpan);
    }

    private static LabelTable MakeUnlabelled()
    {
        var table = new LabelTable();
        table.Add(0);
        return table;
    }

    private void Add(int series, ReadOnlySpan<byte> text)
    {
        if (_used + text.Length > _text.Length)
        {
            var larger = new byte[Math.Max(_used + text.Length, _text.Length * 3 / 2)];
            _text.AsSpan(0, _used).CopyTo(larger);
            Volatile.Write(ref _text, larger);
        }

        text.CopyTo(_text.AsSpan(_used));
        if (series >= _places.Length)
        {
            var larger = new long[Math.Max(series + 1, _places.Length * 3 / 2)];
            _places.CopyTo(larger, 0);
            Volatile.Write(ref _places, larger);
        }

        Volatile.Write(ref _places[series], ((long)_used << 32) | (uint)(text.Length + 1));
        _used += text.Length;
    }
}
