using Instrumentation.Metrics;

namespace Instrumentation.Tests.Metrics;

public sealed class CellMemoryTests
{
    [Fact]
    public void A_cell_sums_over_threads()
    {
        var cell = CellMemory.Allocate(1);
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() =>
        {
            for (var i = 0; i < 1_000_000; i++)
            {
                CellMemory.Own(cell)++;
            }
        })).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        Assert.Equal(8_000_000, CellMemory.Sum(cell));
    }
}
