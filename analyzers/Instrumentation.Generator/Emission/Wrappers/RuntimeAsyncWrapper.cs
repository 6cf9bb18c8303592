namespace Instrumentation.Generator.Emission.Wrappers;

/// <summary>There is no state machine to hand the call to: the wrapper is async in the same way, and awaits.</summary>
internal static class RuntimeAsyncWrapper
{
    public static void Print(SourceWriter writer, WrapperCall call)
    {
        var result = Code.Local(call.Method, "result");
        var hasResult = call.Method.ReturnType.Contains("<");
        call.Measured(writer, "StartAwaited", local => hasResult
            ? $"""
                var {result} = await {call.Body}.ConfigureAwait(false);
                {local}.Succeed();
                return {result};
                """
            : $"""
                await {call.Body}.ConfigureAwait(false);
                {local}.Succeed();
                """);
    }
}
