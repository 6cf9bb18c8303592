using System.Collections;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Iterators;

public partial class Sequences(List<string> log)
{
    [MonitoredOperation]
    public IEnumerable<int> Count(int to)
    {
        log.Add("begin");
        try
        {
            for (var i = 0; i < to; i++)
            {
                yield return i;
            }

            log.Add("end");
        }
        finally
        {
            log.Add("finally");
        }
    }

    [MonitoredOperation]
    public IEnumerable<string> Fails(string text)
    {
        yield return text;
        throw new InvalidDataException(text);
    }

    [MonitoredOperation]
    public IEnumerator<T> Once<T>(T item)
    {
        yield return item;
    }

    [MonitoredOperation]
    public IEnumerable Untyped()
    {
        yield return 1;
        yield return "two";
    }

    [MonitoredOperation]
    public IEnumerator UntypedOnce()
    {
        yield return 3;
    }

    [MonitoredOperation]
    public static IEnumerable<(int Left, string Right)> Named()
    {
        yield return (1, "a");
        yield break;
    }

    [MonitoredOperation]
    public IEnumerable<int> NoIterator(int[] items) => items;

    public IEnumerable<int> Odd
    {
        [MonitoredOperation]
        get
        {
            yield return 1;
            yield return 3;
        }
    }
}

public static class SequencesScenarios
{
    private const string Item = "iterator never, partly or twice enumerated, disposed early";

    [Scenario(Item)]
    public static void Never_enumerated(Observer see)
    {
        var log = new List<string>();
        var items = new Sequences(log).Count(3);
        see.That("log before", log);
        using (items.GetEnumerator())
        {
        }

        see.That("log after an enumerator that never moved", log);
    }

    [Scenario(Item)]
    [Calls("Sequences.Count", 1)]
    public static void Disposed_early(Observer see)
    {
        var log = new List<string>();
        foreach (var item in new Sequences(log).Count(3))
        {
            see.That("item", item);
            break;
        }

        see.That("log", log);
    }

    [Scenario(Item)]
    [Calls("Sequences.Count", 3)]
    public static void Enumerated_twice_and_nested(Observer see)
    {
        var log = new List<string>();
        var items = new Sequences(log).Count(3);
        see.That("first", items);
        see.That("zipped with itself", items.Zip(items));
        see.That("log", log);
    }

    [Scenario(Item)]
    [Calls("Sequences.Fails", 2, Failures = 2)]
    public static void Throws_while_enumerated(Observer see)
    {
        var items = new Sequences([]).Fails("bad");
        see.Throws("enumerated", () => items.Count());
        var enumerator = items.GetEnumerator();
        see.That("first", enumerator.MoveNext());
        see.Throws("second", () => enumerator.MoveNext());
        see.That("after", enumerator.MoveNext());
        enumerator.Dispose();
    }

    [Scenario(Item)]
    [Calls("Sequences.Once", 2)]
    [Calls("Sequences.Untyped", 1)]
    [Calls("Sequences.UntypedOnce", 1)]
    [Calls("Sequences.Named", 1)]
    [Calls("Sequences.Odd.get", 1)]
    public static void Every_shape(Observer see)
    {
        var service = new Sequences([]);
        var once = service.Once("x");
        see.That("moved", once.MoveNext());
        see.That("current", once.Current);
        see.That("moved again", once.MoveNext());
        once.Dispose();
        using (var number = service.Once(5))
        {
            see.That("moved", number.MoveNext());
            see.That("current", number.Current);
        }

        see.That("untyped", service.Untyped());
        var untyped = service.UntypedOnce();
        see.That("moved", untyped.MoveNext());
        see.That("current", untyped.Current);
        see.That("moved again", untyped.MoveNext());
        foreach (var (left, right) in Sequences.Named())
        {
            see.That("named", $"{left} {right}");
        }

        see.That("property", service.Odd);
    }

    [Scenario(Item)]
    [Calls("Sequences.NoIterator", 1)]
    public static void A_method_that_is_no_iterator_is_an_ordinary_call(Observer see)
    {
        int[] items = [1, 2];
        see.That("same object", ReferenceEquals(items, new Sequences([]).NoIterator(items)));
    }
}
