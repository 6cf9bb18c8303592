namespace Instrumentation.Generator.Emission.Wrappers;

/// <summary>Each enumeration of the result is a call, from its first MoveNext to its end.</summary>
internal static class IteratorWrapper
{
    public static void Print(SourceWriter writer, WrapperCall call) =>
        writer.Lines($"return {call.Operation}.Track({(call.Series.Length == 0 ? "" : call.Series + ", ")}{call.Body});");
}
