using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public partial interface IShape<TSelf>
    where TSelf : IShape<TSelf>
{
    static abstract TSelf Parse(string text);

    static abstract TSelf operator +(TSelf left, TSelf right);

    [MonitoredOperation]
    static virtual string Kind(int sides) => $"{sides} sides of {typeof(TSelf).Name}";

    static abstract int Corners { get; }
}

public readonly partial struct Square(int side) : IShape<Square>
{
    public int Side => side;

    [MonitoredOperation]
    public static Square Parse(string text) => new(text.Length);

    [MonitoredOperation]
    public static Square operator +(Square left, Square right) => new(left.Side + right.Side);

    public static int Corners
    {
        [MonitoredOperation]
        get => 4;
    }
}

public partial class Circle : IShape<Circle>
{
    [MonitoredOperation]
    static Circle IShape<Circle>.Parse(string text) => new();

    [MonitoredOperation]
    static Circle IShape<Circle>.operator +(Circle left, Circle right) => left;

    static int IShape<Circle>.Corners => 0;

    static string IShape<Circle>.Kind(int sides) => "round";
}

public static class StaticAbstractScenarios
{
    [Scenario("static abstract and virtual members and their implementations", "constrained calls")]
    [Calls("Square.Parse", 2)]
    [Calls("Square.op_Addition", 1)]
    [Calls("Square.Corners.get", 2)]
    [Calls("Circle.Parse", 2)]
    [Calls("Circle.op_Addition", 1)]
    [Calls("IShape.Kind", 1)]
    public static void Called_through_a_type_parameter(Observer see)
    {
        see.That("squares", Use<Square>("ab").Side);
        see.That("circles", Use<Circle>("ab") is not null);
        see.That("corners", Corners<Square>() + Corners<Circle>());
        see.That("kinds", Kind<Square>() + Kind<Circle>());
    }

    private static T Use<T>(string text)
        where T : IShape<T> => T.Parse(text) + T.Parse(text);

    private static int Corners<T>()
        where T : IShape<T> => T.Corners;

    private static string Kind<T>()
        where T : IShape<T> => T.Kind(T.Corners);
}
