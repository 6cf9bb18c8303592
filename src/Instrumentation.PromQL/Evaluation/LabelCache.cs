using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Remembers which labels became which, so that a query evaluated again and again makes no new ones.</summary>
/// <typeparam name="TKey">What they are made from.</typeparam>
/// <typeparam name="TLabels"><see cref="Labels"/>, or nullable ones where not everything leads to some.</typeparam>
internal sealed class LabelCache<TKey, TLabels>(Func<TKey, TLabels> make)
    where TKey : notnull
{
    // Series come and go; what is remembered about those gone must not pile up.
    private const int Most = 20_000;
    private readonly Dictionary<TKey, TLabels> _made = [];

    public TLabels Get(TKey key)
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
