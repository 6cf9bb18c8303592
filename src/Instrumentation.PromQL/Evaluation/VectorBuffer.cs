namespace Instrumentation.PromQL.Evaluation;

/// <summary>An instant vector in an array that is used again at each step.</summary>
internal sealed class VectorBuffer
{
    private VectorSample[] _items = [];

    public int Count { get; private set; }

    public Span<VectorSample> Span => _items.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(in VectorSample sample)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, Math.Max(4, Count * 2));
        }

        _items[Count++] = sample;
    }

    public void Truncate(int count) => Count = count;
}
