using Constructs.Harness;
using Instrumentation;

namespace Constructs.Generics;

public partial class Outer<TOuter>(TOuter outer)
    where TOuter : notnull
{
    public partial class Inner<TInner>(TOuter outer, TInner inner)
        where TInner : IEquatable<TInner>
    {
        [MonitoredOperation]
        public (TOuter, TInner, T) Triple<T>(T third) => (outer, inner, third);

        [MonitoredOperation]
        public static bool Same(TInner left, TInner right) => left.Equals(right);

        public static int Created;

        [MonitoredOperation]
        public static int Next() => ++Created;
    }

    [MonitoredOperation]
    public Inner<T> Make<T>(T inner)
        where T : IEquatable<T> => new(outer, inner);
}

public partial struct Counted<T>(T first)
{
    private T _last = first;

    public int Changes { get; private set; }

    [MonitoredOperation]
    public T Exchange(T next)
    {
        Changes++;
        (var last, _last) = (_last, next);
        return last;
    }

    [MonitoredOperation]
    public readonly TResult Read<TResult>(Func<T, TResult> read) => read(_last);
}

public static class GenericTypesScenarios
{
    [Scenario("nested generic types")]
    [Calls("Outer.Make", 1)]
    [Calls("Outer.Inner.Triple", 2)]
    [Calls("Outer.Inner.Same", 2)]
    [Calls("Outer.Inner.Next", 3)]
    public static void Nested(Observer see)
    {
        var inner = new Outer<string>("o").Make(4);
        see.That("triple", inner.Triple(2.5));
        see.That("of references", new Outer<int>.Inner<string>(1, "i").Triple<object?>(null));
        see.That("same", Outer<int>.Inner<string>.Same("a", "a"));
        see.That("different", Outer<int>.Inner<int>.Same(1, 2));
        // Statics are one per construction: the moved body must still reach those of its own type.
        see.That("first of ints", Outer<int>.Inner<int>.Next());
        see.That("second of ints", Outer<int>.Inner<int>.Next());
        see.That("first of texts", Outer<int>.Inner<string>.Next());
        Outer<int>.Inner<int>.Created = 0;
        Outer<int>.Inner<string>.Created = 0;
    }

    [Scenario("generic struct", "struct `this` that mutates")]
    [Calls("Counted.Exchange", 2)]
    [Calls("Counted.Read", 1)]
    public static void Struct(Observer see)
    {
        var counted = new Counted<string>("a");
        see.That("exchanged", counted.Exchange("b") + counted.Exchange("c"));
        see.That("changes", counted.Changes);
        see.That("read", counted.Read(text => text.Length));
    }
}
