using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission.Wrappers;

/// <summary>
/// The call is handed to the method's state machine, whose builder takes it as the first thing it does and records it at the end. An
/// awaiting wrapper would cost a second state machine.
/// </summary>
internal static class AsyncWrapper
{
    public static void Print(SourceWriter writer, WrapperCall call) => writer.Lines($"""
        {call.Operation}.StartAsync({call.Series});
        {(call.Method.Returns == ReturnKind.Nothing ? "" : "return ")}{call.Body};
        """);
}
