namespace Instrumentation.Games.Resources;

/// <summary>Counts garbage collections by the generation that each was of. The runtime counts one of generation 2 as one of 0 and 1 as well.</summary>
internal sealed class GarbageCollections
{
    private readonly int[] _seen = new int[3];

    /// <summary>How many of a generation there were since this was last asked. Must not be called by two threads at once.</summary>
    internal int Take(int generation)
    {
        var all = GC.CollectionCount(generation) - (generation < GC.MaxGeneration ? GC.CollectionCount(generation + 1) : 0);
        var since = Math.Max(0, all - _seen[generation]); // less than none: one came between the two numbers
        _seen[generation] += since;
        return since;
    }
}
