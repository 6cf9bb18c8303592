namespace GamePrograms;

/// <summary>The bytes that recording everything a hundred times allocates, once every series and page is there.</summary>
public static class Allocation
{
    public static long Measure()
    {
        Repeat();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Repeat();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Repeat()
    {
        for (var i = 0; i < 100; i++)
        {
            Everything.Record();
        }
    }
}
