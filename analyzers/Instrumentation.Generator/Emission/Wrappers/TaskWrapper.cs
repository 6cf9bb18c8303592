namespace Instrumentation.Generator.Emission.Wrappers;

/// <summary>The call ends with the task that the method returns; the caller gets that very task.</summary>
internal static class TaskWrapper
{
    /// <param name="writer">Where to.</param>
    /// <param name="call">The call.</param>
    /// <param name="isReference">A null task comes back as null, whatever the annotations promise: the wrapper promises the same.</param>
    public static void Print(SourceWriter writer, WrapperCall call, bool isReference) =>
        call.Measured(writer, "Start", local => $"return {local}.Track({call.Body}){(isReference ? "!" : "")};");
}
