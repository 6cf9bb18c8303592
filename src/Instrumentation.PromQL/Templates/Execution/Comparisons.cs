namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Comparisons of text/template: of values of one kind only, so that a forgotten decimal point is an error and not a wrong answer.</summary>
internal static class Comparisons
{
    public static bool Compare(string name, List<object?> arguments) => name switch
    {
        "eq" => arguments.Skip(1).Any(other => AreEqual(name, arguments[0], other)),
        "ne" => !AreEqual(name, arguments[0], arguments[1]),
        "lt" => IsLess(name, arguments[0], arguments[1]),
        "le" => IsLess(name, arguments[0], arguments[1]) || AreEqual(name, arguments[0], arguments[1]),
        "gt" => !IsLess(name, arguments[0], arguments[1]) && !AreEqual(name, arguments[0], arguments[1]),
        "ge" => !IsLess(name, arguments[0], arguments[1]),
        _ => throw new TemplateException($"function \"{name}\" not defined"),
    };

    private static bool AreEqual(string name, object? a, object? b) => (a, b) switch
    {
        (null, _) or (_, null) => a is null && b is null,
        (double one, double other) => one == other,
        (GoName one, _) => AreEqual(name, one.Number, b),
        (_, GoName other) => AreEqual(name, a, other.Number),
        (long, long) or (string, string) or (bool, bool) or (TimeSpan, TimeSpan) or (DateTimeOffset, DateTimeOffset) => a.Equals(b),
        _ => throw Incompatible(name, a, b),
    };

    private static bool IsLess(string name, object? a, object? b) => (a, b) switch
    {
        (double one, double other) => one < other,
        (long one, long other) => one < other,
        (string one, string other) => string.CompareOrdinal(one, other) < 0,
        (TimeSpan one, TimeSpan other) => one < other,
        (GoName one, _) => IsLess(name, one.Number, b),
        (_, GoName other) => IsLess(name, a, other.Number),
        _ => throw Incompatible(name, a, b),
    };

    private static TemplateException Incompatible(string name, object? a, object? b) =>
        new($"error calling {name}: incompatible types for comparison: {Values.Type(a)} and {Values.Type(b)}"
            + (a is double or long && b is double or long ? "; write a number with a decimal point to compare it with $value" : ""));
}
