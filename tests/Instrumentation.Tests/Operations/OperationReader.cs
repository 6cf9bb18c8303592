using Instrumentation.Metrics;
using Instrumentation.Operations;

namespace Instrumentation.Tests.Operations;

/// <summary>Operations that no registry shows, and what they have counted.</summary>
internal static class OperationReader
{
    internal static Operation NewOperation(int sampleEvery = 1, double[]? buckets = null, string name = "Test.Operation", params Label[] labels)
    {
        var definition = new OperationDefinition { Name = name, SampleEvery = sampleEvery, Buckets = buckets, Labels = labels };
        return new Operation(definition, buckets ?? [.. DurationBuckets.Default]);
    }

    internal static SeriesReading Read(this Operation operation, int series = 0) => operation.Read(out _, series);

    internal static SeriesReading Read(this Operation operation, out long[] buckets, int series = 0)
    {
        var found = operation.Series[series];
        var cells = new long[found.CellCount];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = CellMemory.Sum(found.Cell + i);
        }

        var reading = found.Read(cells, out var counts);
        buckets = counts.ToArray();
        return reading;
    }

    /// <summary>The failures, as <c>Name=count</c> in the order in which they first came.</summary>
    internal static string[] Failures(this Operation operation, int series = 0)
    {
        if (operation.Series[series].Failures.FirstCell is not { } first)
        {
            return [];
        }

        return
        [
            .. Enumerable.Range(0, OperationErrorNames.Other + 1)
                .Where(index => CellMemory.Sum(first + index) != 0)
                .Select(index => $"{operation.ErrorNames[index]}={CellMemory.Sum(first + index)}"),
        ];
    }

    internal static void AssertOutcome(this Operation operation, long calls, long cancelled = 0, params string[] failures)
    {
        var reading = operation.Read(out var buckets);
        Assert.Equal(calls, reading.Count);
        Assert.Equal(calls, buckets.Sum());
        Assert.Equal(cancelled, reading.Cancelled);
        Assert.Equal(0, reading.InFlight);
        Assert.Equal(failures, operation.Failures());
    }
}
