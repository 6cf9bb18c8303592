using System.Runtime.CompilerServices;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Iterators;

public partial class AsyncSequences<T>(List<string> log)
{
    [MonitoredOperation]
    public async IAsyncEnumerable<T> Repeat(T item, int times, [EnumeratorCancellation] CancellationToken token = default)
    {
        log.Add("begin");
        try
        {
            for (var i = 0; i < times; i++)
            {
                await Task.Yield();
                token.ThrowIfCancellationRequested();
                yield return item;
            }
        }
        finally
        {
            await Task.Yield();
            log.Add("finally");
        }
    }

    [MonitoredOperation]
    public async IAsyncEnumerable<T> Guarded(T item)
    {
        string? caught = null;
        try
        {
            await Task.Yield();
            throw new TimeoutException("guarded");
        }
        catch (TimeoutException exception)
        {
            await Task.Yield();
            caught = exception.Message;
        }

        log.Add(caught);
        yield return item;
    }

    [MonitoredOperation]
    public async IAsyncEnumerable<T> Fails(T item)
    {
        yield return item;
        await Task.Yield();
        throw new InvalidDataException("fails");
    }

    [MonitoredOperation]
    public async IAsyncEnumerator<T> Enumerator(T item)
    {
        await Task.Yield();
        yield return item;
    }
}

public static class AsyncSequencesScenarios
{
    private const string Item = "IAsyncEnumerable with [EnumeratorCancellation]";

    [Scenario(Item)]
    [Calls("AsyncSequences.Repeat", 3)]
    public static async Task Enumerated_never_partly_and_twice(Observer see)
    {
        var log = new List<string>();
        var items = new AsyncSequences<string>(log).Repeat("x", 3);
        see.That("log before", log);
        await foreach (var item in items)
        {
            see.That("item", item);
            break;
        }

        see.That("log after leaving early", log);
        see.That("first", await items.ToListAsync());
        see.That("second", await items.ToListAsync());
    }

    [Scenario(Item)]
    [Calls("AsyncSequences.Repeat", 2, Cancellations = 2)]
    public static async Task Cancelled_by_either_token(Observer see)
    {
        foreach (var byArgument in new[] { true, false })
        {
            using var source = new CancellationTokenSource();
            var items = new AsyncSequences<int>([]).Repeat(1, 100, byArgument ? source.Token : default);
            var seen = 0;
            await see.ThrowsAsync($"by argument {byArgument}", async () =>
            {
                await foreach (var item in byArgument ? items : Enumerate(items, source.Token))
                {
                    seen += item;
                    await source.CancelAsync();
                }
            });
            see.That("seen", seen);
        }
    }

    [Scenario("async iterator with try/catch")]
    [Calls("AsyncSequences.Guarded", 1)]
    [Calls("AsyncSequences.Fails", 1, Failures = 1)]
    public static async Task Try_and_catch(Observer see)
    {
        var log = new List<string>();
        var service = new AsyncSequences<int>(log);
        see.That("guarded", await service.Guarded(8).ToListAsync());
        see.That("log", log);
        await see.ThrowsAsync("fails", async () => await service.Fails(9).ToListAsync());
    }

    [Scenario("async iterator with try/catch")]
    [Calls("AsyncSequences.Enumerator", 1)]
    public static async Task Bare_enumerator(Observer see)
    {
        await using var enumerator = new AsyncSequences<string>([]).Enumerator("e");
        see.That("moved", await enumerator.MoveNextAsync());
        see.That("current", enumerator.Current);
        see.That("moved again", await enumerator.MoveNextAsync());
    }

    // WithCancellation alone gives a type of its own; this keeps both arms of the test alike.
    private static async IAsyncEnumerable<T> Enumerate<T>(IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var item in items.WithCancellation(token))
        {
            yield return item;
        }
    }
}
