namespace Instrumentation.Collectors.Meters;

/// <summary>
/// The sets of tags of one instrument. Finding one takes no lock and allocates nothing: a hash table with open addressing, whose places are written once,
/// and which is replaced as a whole when it grows.
/// </summary>
internal sealed class TagSetTable
{
    private TagSet?[] _places = new TagSet?[8];

    /// <summary>How many sets there are. Written by one thread at a time.</summary>
    internal int Count { get; private set; }

    internal TagSeries? Find(ReadOnlySpan<KeyValuePair<string, object?>> tags, uint hash)
    {
        var places = Volatile.Read(ref _places);
        for (var place = hash; ; place++)
        {
            var set = Volatile.Read(ref places[place & (uint)(places.Length - 1)]);
            if (set is null)
            {
                return null;
            }

            if (set.Hash == hash && set.Is(tags))
            {
                return set.Series;
            }
        }
    }

    /// <summary>Adds a set that is not there. The caller keeps others from adding meanwhile.</summary>
    internal void Add(TagSet set)
    {
        if ((Count + 1) * 2 > _places.Length)
        {
            var larger = new TagSet?[_places.Length * 2];
            foreach (var known in _places)
            {
                if (known is not null)
                {
                    Put(larger, known);
                }
            }

            Volatile.Write(ref _places, larger);
        }

        Put(_places, set);
        Count++;
    }

    private static void Put(TagSet?[] places, TagSet set)
    {
        var place = set.Hash;
        while (places[place & (uint)(places.Length - 1)] is not null)
        {
            place++;
        }

        Volatile.Write(ref places[place & (uint)(places.Length - 1)], set);
    }
}
