using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public partial class Overloads
{
    [MonitoredOperation]
    public string Of(int value) => "value";

    [MonitoredOperation]
    public string Of(ref int value) => "ref";

    [MonitoredOperation]
    public string Of<T>(T value) => "one";

    [MonitoredOperation]
    public string Of<T, TOther>(T value) => "two";

    [MonitoredOperation]
    public string Of(int[] value) => "array";

    [MonitoredOperation]
    public string Of(int[,] value) => "matrix";

    [MonitoredOperation]
    public string Of(List<int> value) => "list";

    [MonitoredOperation]
    public string Of(List<string> value) => "texts";

    [MonitoredOperation]
    public static string Of(long value) => "static";

    [MonitoredOperation("Overloads.Named")]
    public string Of(string value) => "named";

    // A name that the generated members would otherwise take.
    private static string Of__Body(int value) => $"mine {value}";

    public string Mine() => Of__Body(1);
}

public static class OverloadsScenarios
{
    [Scenario("overloads that differ only by ref kind or arity")]
    [Calls("Overloads.Of", 9)]
    [Calls("Overloads.Named", 1)]
    public static void All(Observer see)
    {
        var service = new Overloads();
        var number = 1;
        see.That("value", service.Of(number));
        see.That("ref", service.Of(ref number));
        see.That("one", service.Of(1.5));
        see.That("two", service.Of<int, string>(1));
        see.That("array", service.Of(new[] { 1 }));
        see.That("matrix", service.Of(new int[1, 1]));
        see.That("list", service.Of(new List<int>()));
        see.That("texts", service.Of(new List<string>()));
        see.That("static", Overloads.Of(1L));
        see.That("named", service.Of("x"));
        see.That("mine", service.Mine());
    }
}
