using System.Reflection;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Semantics;

[AttributeUsage(AttributeTargets.All)]
public sealed class EveryKindAttribute(
    object? boxed, Type? type, int[]? numbers, object[]? objects, string? text, DayOfWeek day, double ratio, char letter, ulong big) : Attribute
{
    public Type[]? Types { get; set; }

    public string? Named { get; set; }

    public object? Nested { get; set; }

    public override string ToString() => string.Join(
        "; ",
        Text(boxed), type, Text(numbers), Text(objects), text, day, ratio.ToString("R", null), (int)letter, big, Text(Types), Named, Text(Nested));

    private static string Text(object? value) =>
        value is System.Collections.IEnumerable and not string
            ? "[" + string.Join(",", ((System.Collections.IEnumerable)value).Cast<object?>().Select(Text)) + "]"
            : $"{value ?? "null"}:{value?.GetType().Name}";
}

public partial class Annotated
{
    [EveryKind(
        DayOfWeek.Monday, typeof(Dictionary<,>), new[] { 1, -2 }, new object[] { 1, "two", typeof(int[]), DayOfWeek.Friday }, "quote \" \\ é \u2028",
        DayOfWeek.Saturday, double.NegativeInfinity, '\'', ulong.MaxValue,
        Types = [typeof(Annotated), typeof(List<Annotated>.Enumerator)], Named = null, Nested = new[] { 'a' })]
    [MonitoredOperation(Name, Buckets = [0.001, 1e-2, 1, double.MaxValue], SampleEvery = 1, Trace = false)]
    [return: EveryKind(1L, null, null, null, null, 0, 0, '\0', 0)]
    public T? Act<[EveryKind("t", typeof(void), null, null, "type parameter", 0, 1, 'x', 1)] T>(
        [EveryKind((byte)1, typeof(int*), new int[0], new object[0], "", (DayOfWeek)99, 0.1, '\uffff', 0)] T? value) => value;

    [MonitoredOperation("weird \" name \\ with \u00e9 and {braces}")]
    public int Weird() => 1;

    [MonitoredOperation(Metric = "annotated_own_seconds", Help = "Own \"help\"\nwith a second line.")]
    public int Own() => 2;

    private const string Name = nameof(Annotated) + "." + "Renamed";
}

public static class AnnotatedScenarios
{
    [Scenario("attribute arguments of every kind")]
    [Calls("Annotated.Renamed", 2)]
    [Calls("weird \" name \\ with \u00e9 and {braces}", 1)]
    public static void Kept_where_they_were(Observer see)
    {
        var service = new Annotated();
        see.That("act", service.Act("x"));
        see.That("act", service.Act<int>(default));
        see.That("weird", service.Weird());
        var act = typeof(Annotated).GetMethod("Act")!;
        see.That("method", act.GetCustomAttribute<EveryKindAttribute>());
        see.That("return", act.ReturnParameter.GetCustomAttribute<EveryKindAttribute>());
        see.That("parameter", act.GetParameters()[0].GetCustomAttribute<EveryKindAttribute>());
        see.That("type parameter", act.GetGenericArguments()[0].GetCustomAttribute<EveryKindAttribute>());
        see.That("own", act.GetCustomAttribute<MonitoredOperationAttribute>()!.Buckets!.Length);
    }

    [Scenario("attribute arguments of every kind")]
    [Calls("annotated_own_seconds", 1)]
    public static void A_metric_of_its_own(Observer see) => see.That("own", new Annotated().Own());
}
