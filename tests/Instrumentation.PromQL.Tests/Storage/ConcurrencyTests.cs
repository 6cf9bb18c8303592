using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Storage;

/// <summary>Writers, readers and a trimmer at once: nothing is lost or torn.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public void Samples_survive_readers_and_trimming()
    {
        const int Writers = 4;
        const int Samples = 20_000;
        var store = new SampleStore(new SampleStoreOptions { Retention = TimeSpan.FromDays(1) });
        var done = 0;
        Parallel.For(0, Writers + 2, worker =>
        {
            if (worker < Writers)
            {
                for (var i = 1; i <= Samples; i++)
                {
                    Assert.True(store.Append(Series(worker), i * 1000L, i));
                }

                Interlocked.Increment(ref done);
                return;
            }

            var query = new Query(PromQLParser.ParseOrThrow("max(x - timestamp(x))"));
            do
            {
                // Whatever a reader sees is whole: each value is its time in seconds.
                foreach (var sample in query.EvaluateVector(store, Samples * 1000L))
                {
                    Assert.Equal(0, sample.Value);
                }

                store.Trim(Samples * 1000L);
            }
            while (Volatile.Read(ref done) < Writers);
        });

        for (var worker = 0; worker < Writers; worker++)
        {
            Assert.Equal(Samples, store.GetOrAdd(Series(worker))!.SampleCount);
        }
    }

    private static Labels Series(int worker) => Labels.From([new("__name__", "x"), new("worker", $"{worker}")]);
}
