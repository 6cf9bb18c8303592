using Constructs.Harness;
using Instrumentation;

namespace Constructs.Types;

public partial struct Mutable
{
    public int Value;

    [MonitoredOperation]
    public void Add(int by) => Value += by;

    [MonitoredOperation]
    public Mutable Replace(Mutable other)
    {
        var before = this;
        this = other;
        return before;
    }

    [MonitoredOperation]
    public override readonly string ToString() => $"Mutable {Value}";
}

public readonly partial struct Fixed(int value)
{
    public int Value { get; } = value;

    [MonitoredOperation]
    public int Times(int factor) => Value * factor;

    [MonitoredOperation]
    public bool In(in Fixed other) => System.Runtime.CompilerServices.Unsafe.AreSame(in this, in other);
}

public partial interface ICounter
{
    int Next();
}

public partial struct Ticker : ICounter
{
    public int Ticks;

    [MonitoredOperation]
    public int Next() => ++Ticks;
}

public static class StructsScenarios
{
    [Scenario("struct `this` that mutates")]
    [Calls("Mutable.Add", 3)]
    [Calls("Mutable.Replace", 1)]
    [Calls("Mutable.ToString", 1)]
    public static void Mutates_in_place(Observer see)
    {
        var one = default(Mutable);
        one.Add(2);
        Mutable[] many = [one, one];
        many[1].Add(5);
        see.That("one", one.Value);
        see.That("many", many.Select(m => m.Value));
        see.That("before", one.Replace(many[1]).Value);
        see.That("after", one.Value);
        Action<int> add = one.Add;
        add(100);
        see.That("a boxed copy took it", one.Value);
        see.That("text", one.ToString());
    }

    [Scenario("readonly struct, ref struct, record, record struct")]
    [Calls("Fixed.Times", 1)]
    [Calls("Fixed.In", 2)]
    public static void Readonly(Observer see)
    {
        var value = new Fixed(6);
        see.That("times", value.Times(7));
        see.That("no copy of this", value.In(in value));
        var other = value;
        see.That("a copy is another", value.In(in other));
    }

    [Scenario("constrained calls", "struct `this` that mutates")]
    [Calls("Ticker.Next", 4)]
    public static void Constrained_calls(Observer see)
    {
        var ticker = default(Ticker);
        see.That("twice", Twice(ref ticker));
        see.That("in place", ticker.Ticks);
        ICounter boxed = ticker;
        see.That("boxed", boxed.Next());
        see.That("boxed again", boxed.Next());
        see.That("the original", ticker.Ticks);
    }

    private static int Twice<T>(ref T counter)
        where T : ICounter
    {
        counter.Next();
        return counter.Next();
    }
}
