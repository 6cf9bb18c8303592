namespace Instrumentation.Metrics.Families;

/// <summary>
/// The label text of series, <c>weapon="rifle",region="eu"</c> in UTF-8 and escaped, by the series' number. Rendered once; an exposition copies it.
/// </summary>
/// <remarks>
/// Used while a snapshot is built, which one thread does at a time. Snapshots refer to the blocks that the text is in, which do not change: a series can lose its text
/// and get another while snapshots that show the former are still read.
/// </remarks>
internal sealed class LabelTable
{
    private readonly Stack<int> _unused = [];

    /// <summary>Where a series' text is: the number of the block in the upper bits, that of the entry in the lower, plus one; 0 when there is none.</summary>
    private int[] _places = [];
    private TextBlock?[] _blocks = [];
    private int _blockCount;
    private int _filling = -1;

    internal bool Has(int series) => (uint)series < (uint)_places.Length && _places[series] != 0;

    /// <summary>Where the label text is of a series that has one.</summary>
    internal TextBlock Find(int series, out int entry)
    {
        var place = _places[series] - 1;
        entry = place & (TextBlock.Size - 1);
        return _blocks[place >> TextBlock.Shift]!;
    }

    /// <summary>Gives a series its labels, in the order given. Label names are taken as valid; values may be any text.</summary>
    internal void Add(int series, params ReadOnlySpan<KeyValuePair<string, string>> labels) => Add(series, LabelText.Of(labels).AsSpan());

    /// <summary>Takes away a series' labels. A block in which nothing is left is let go; snapshots that refer to it keep it.</summary>
    internal void Remove(int series)
    {
        var block = Find(series, out _);
        var number = (_places[series] - 1) >> TextBlock.Shift;
        _places[series] = 0;
        if (--block.Live == 0 && number != _filling)
        {
            _blocks[number] = null;
            _unused.Push(number);
        }
    }

    private void Add(int series, ReadOnlySpan<byte> text)
    {
        if (_filling < 0 || _blocks[_filling]!.Count == TextBlock.Size)
        {
            BeginBlock();
        }

        if (series >= _places.Length)
        {
            Array.Resize(ref _places, Math.Max(series + 1, _places.Length * 3 / 2));
        }

        var block = _blocks[_filling]!;
        block.Live++;
        _places[series] = ((_filling << TextBlock.Shift) | block.Add(text)) + 1;
    }

    private void BeginBlock()
    {
        if (_filling >= 0 && _blocks[_filling]!.Live == 0)
        {
            _unused.Push(_filling);
        }

        if (!_unused.TryPop(out _filling))
        {
            _filling = _blockCount++;
            if (_filling == _blocks.Length)
            {
                Array.Resize(ref _blocks, Math.Max(1, _blocks.Length * 3 / 2 + 1));
            }
        }

        _blocks[_filling] = new TextBlock();
    }
}
