namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>What start times say about two neighbouring samples of a counter (isStartTimestampReset in promql/functions.go).</summary>
internal static class StartTimes
{
    /// <summary>Whether the counter began anew between the two samples.</summary>
    public static bool IsReset(long previousStart, long previousTime, long start, long time)
    {
        if (start == 0 || start >= time || start < previousTime)
        {
            return false;
        }

        if (start > previousTime)
        {
            return true;
        }

        // Deltas that follow each other without a gap start where the one before ended; a first such one says nothing yet.
        return previousStart <= previousTime && previousStart != 0 && previousStart != previousTime;
    }

    /// <summary>Warns if the later sample claims to have started before the earlier one was taken.</summary>
    public static bool WarnOfOverlap(in RangeCall call, long previousStart, long previousTime, long start)
    {
        var overlap = start != 0 && start < previousTime && start != previousStart;
        if (overlap)
        {
            call.Context.Annotations.WarnCounted(
                $"sample has start time that overlaps with previous sample timestamp for metric \"{call.Labels.Name}\"", call.FirstArgument);
        }

        return overlap;
    }
}
