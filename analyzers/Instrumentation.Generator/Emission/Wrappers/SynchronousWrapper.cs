using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission.Wrappers;

/// <summary>The call ends when the method returns or throws.</summary>
internal static class SynchronousWrapper
{
    /// <param name="writer">Where to.</param>
    /// <param name="call">The call.</param>
    /// <param name="sampled">Whether the operation times one call of many.</param>
    public static void Print(SourceWriter writer, WrapperCall call, bool sampled)
    {
        var result = Code.Local(call.Method, "result");
        call.Measured(writer, sampled ? "StartSampled" : "Start", local => call.Method.Returns switch
        {
            ReturnKind.Nothing => $"""
                {call.Body};
                {local}.Succeed();
                """,

            // The type in full: "var" would make what is referred to nullable.
            ReturnKind.Reference or ReturnKind.ReadOnlyReference => $"""
                {call.Method.ReturnType} {result} = ref {call.Body};
                {local}.Succeed();
                return ref {result};
                """,
            _ => $"""
                var {result} = {call.Body};
                {local}.Succeed();
                return {result};
                """,
        });
    }
}
