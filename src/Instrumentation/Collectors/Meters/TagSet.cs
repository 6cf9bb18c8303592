namespace Instrumentation.Collectors.Meters;

/// <summary>One set of tags that came along, and the series it leads to.</summary>
internal sealed class TagSet
{
    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly bool _hasRepeats;

    internal TagSet(ReadOnlySpan<KeyValuePair<string, object?>> tags, uint hash, TagSeries series)
    {
        _tags = tags.ToArray();
        _hasRepeats = _tags.Select(static tag => tag.Key).Distinct(StringComparer.Ordinal).Count() < _tags.Length;
        Hash = hash;
        Series = series;
    }

    internal uint Hash { get; }

    internal TagSeries Series { get; }

    /// <summary>Whether the tags are those of this set, in any order.</summary>
    internal bool Is(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.Length != _tags.Length)
        {
            return false;
        }

        for (var i = 0; i < tags.Length; i++)
        {
            if (!Same(tags[i], _tags[i]))
            {
                // Where a name is repeated the last one counts, so that the order says what is meant.
                return !_hasRepeats && IsInAnotherOrder(tags);
            }
        }

        return true;
    }

    private bool IsInAnotherOrder(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // The names of this set differ, so as many matches as there are names leave no room for a repeat on the other side.
        foreach (ref readonly var own in _tags.AsSpan())
        {
            var found = false;
            for (var i = 0; i < tags.Length && !found; i++)
            {
                found = Same(tags[i], own);
            }

            if (!found)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(in KeyValuePair<string, object?> one, in KeyValuePair<string, object?> other) =>
        string.Equals(one.Key, other.Key, StringComparison.Ordinal)
        && (ReferenceEquals(one.Value, other.Value)
            || (one.Value is string text ? string.Equals(text, other.Value as string, StringComparison.Ordinal) : Equals(one.Value, other.Value)));
}
