using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Remembers which labels became which, so that a query evaluated again and again makes no new ones.</summary>
internal sealed class LabelCache<TKey>(Func<TKey, Labels> make)
    where TKey : notnull
{
    // Series come and go; what is remembered about those gone must not pile up.
    private const int Most = 20_000;
    private readonly Dictionary<TKey, Labels> _made = [];

    public Labels Get(TKey key)
    {
        if (_made.TryGetValue(key, out var labels))
        {
            return labels;
        }

        if (_made.Count >= Most)
        {
            _made.Clear();
        }

        labels = make(key);
        _made.Add(key, labels);
        return labels;
    }
}
