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

    [Fact]
    public void Counts_stay_when_a_thread_gets_more_pages_and_the_collector_compacts()
    {
        const int Pages = 12;
        var cells = new int[Pages];
        for (var i = 0; i < Pages; i++)
        {
            cells[i] = CellMemory.Allocate(CellMemory.PageSize);
        }

        var thread = new Thread(() =>
        {
            for (var made = 1; made <= Pages; made++)
            {
                for (var i = 0; i < made; i++)
                {
                    CellMemory.Own(cells[i])++;
                    CellMemory.Own(cells[i] + CellMemory.PageSize - 1)++;
                }

                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            }
        });
        thread.Start();
        thread.Join();

        for (var i = 0; i < Pages; i++)
        {
            Assert.Equal(Pages - i, CellMemory.Sum(cells[i]));
            Assert.Equal(Pages - i, CellMemory.Sum(cells[i] + CellMemory.PageSize - 1));
        }
    }
}
