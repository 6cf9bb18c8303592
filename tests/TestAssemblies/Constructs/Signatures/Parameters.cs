using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Signatures;

public enum Mode
{
    Quick,
    Thorough,
}

public partial class Parameters
{
    [MonitoredOperation]
    public int Array(string text, params int[] items) => text.Length + items.Length;

    [MonitoredOperation]
    public int Span(params ReadOnlySpan<string> items) => items.Length;

    [MonitoredOperation]
    public string List(int first, params IEnumerable<int> rest) => $"{first}:{string.Join(",", rest)}";

    [MonitoredOperation]
    public string Defaults(
        int number = 3,
        string? text = null,
        Mode mode = Mode.Thorough,
        double ratio = double.NaN,
        decimal price = 1.5m,
        DateTime when = default,
        char letter = '\n') =>
        FormattableString.Invariant($"{number} {text ?? "null"} {mode} {ratio} {price} {when.Ticks} {(int)letter}");

    [MonitoredOperation]
    public string ByAttribute([Optional, DefaultParameterValue(9)] int optional, [Optional] object? other) => $"{optional} {other}";

    [MonitoredOperation]
    public (int Sum, string Text) Tuples((int Left, int Right) pair, (string Name, (bool Yes, bool No) Nested) other) =>
        (pair.Left + pair.Right, $"{other.Name} {other.Nested.Yes}");

    [MonitoredOperation]
    public dynamic Dynamic(dynamic value, List<dynamic> others) => value + others.Count;

    [MonitoredOperation]
    public long Many(
        int p1, long p2, byte p3, short p4, uint p5, ulong p6, ushort p7, sbyte p8, int p9, int p10,
        int p11, int p12, int p13, int p14, int p15, int p16, int p17, int p18, int p19, int p20) =>
        p1 + p2 + p3 + p4 + p5 + (long)p6 + p7 + p8 + p9 + p10 + p11 + p12 + p13 + p14 + p15 + p16 + p17 + p18 + p19 + p20;

    [MonitoredOperation]
    public string @class(string @event, int @ref, int call, int result, int exception) => $"{@event} {@ref} {call} {result} {exception}";

    [MonitoredOperation]
    public string Attributed(
        [CallerMemberName] string member = "",
        [CallerLineNumber] int line = 0,
        [CallerFilePath] string file = "",
        [CallerArgumentExpression(nameof(line))] string expression = "") =>
        $"{member} {line > 0} {Path.GetFileName(file)} {expression}";
}

public static class ParametersScenarios
{
    private static readonly Parameters s_service = new();

    [Scenario("params array, span, collection")]
    [Calls("Parameters.Array", 2)]
    [Calls("Parameters.Span", 2)]
    [Calls("Parameters.List", 1)]
    public static void Params(Observer see)
    {
        see.That("array", s_service.Array("ab", 1, 2, 3));
        see.That("no items", s_service.Array("ab"));
        see.That("span", s_service.Span("a", "b"));
        see.That("empty span", s_service.Span());
        see.That("list", s_service.List(1, 2, 3));
    }

    [Scenario("default arguments")]
    [Calls("Parameters.Defaults", 2)]
    [Calls("Parameters.ByAttribute", 1)]
    public static void Defaults(Observer see)
    {
        see.That("all", s_service.Defaults());
        see.That("some", s_service.Defaults(text: "t", letter: 'x'));
        see.That("by attribute", s_service.ByAttribute());
        see.That("by reflection", typeof(Parameters).GetMethod("Defaults")!.GetParameters().Select(p => p.DefaultValue));
    }

    [Scenario("tuple names", "dynamic")]
    [Calls("Parameters.Tuples", 1)]
    [Calls("Parameters.Dynamic", 2)]
    public static void Tuples_and_dynamic(Observer see)
    {
        var result = s_service.Tuples((1, 2), ("n", (true, false)));
        see.That("sum", result.Sum);
        see.That("text", result.Text);
        see.That("number", (object)s_service.Dynamic(1, [1, 2]));
        see.That("text", (object)s_service.Dynamic("a", []));
    }

    [Scenario("more than 16 parameters", "names that are keywords (`@event`)")]
    [Calls("Parameters.Many", 1)]
    [Calls("Parameters.class", 1)]
    public static void Many_and_keywords(Observer see)
    {
        see.That("many", s_service.Many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20));
        see.That("keywords and names that generated code uses", s_service.@class("e", 1, 2, 3, 4));
    }

    [Scenario("attributes on parameters ([CallerMemberName], [FromBody])", "CallerMemberName")]
    [Calls("Parameters.Attributed", 1)]
    public static void Caller_info(Observer see) => see.That("caller", s_service.Attributed());
}
