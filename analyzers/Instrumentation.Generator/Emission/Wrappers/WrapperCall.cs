using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission.Wrappers;

/// <summary>The pieces that the wrappers of all shapes are put together from.</summary>
/// <param name="Method">The monitored method.</param>
/// <param name="Operation">The field of its operation, in full.</param>
/// <param name="Series">The expression for the number of the series; empty without labels.</param>
/// <param name="Body">The call of the method's own body.</param>
internal sealed record WrapperCall(MethodModel Method, string Operation, string Series, string Body)
{
    public static WrapperCall Of(OperationModel operation, string field)
    {
        var method = operation.Method;
        var arguments = string.Join(", ", method.Parameters.Select(parameter => parameter.Argument));
        var labels = string.Join(", ", operation.Labels.Select(label => label.Parameter));
        var series = operation.Labels.Count == 0
            ? ""
            : $"{method.SeriesName}{SeriesFunction.TypeParameters(operation)}({labels})";
        return new(method, field, series, $"{method.SecondDoor?.CoreName ?? method.BodyName}{Code.TypeParameters(method)}({arguments})");
    }

    /// <summary>
    /// A call measured between two braces. The filter is false for every exception: it notes the exception at the time it is thrown, and
    /// leaves filters further out to run as they would, with the stack still there.
    /// </summary>
    /// <param name="writer">Where to.</param>
    /// <param name="start">Operation's method that starts the call.</param>
    /// <param name="statements">The statements that make the call, given the name of the local that stands for it.</param>
    public void Measured(SourceWriter writer, string start, Func<string, string> statements)
    {
        var call = Code.Local(Method, "call");
        var exception = Code.Local(Method, "exception");
        writer.Lines($"var {call} = {Operation}.{start}({Series});");
        using (writer.Block("try"))
        {
            writer.Lines(statements(call));
        }

        using (writer.Block($"catch (global::System.Exception {exception}) when ({call}.Note({exception}))"))
        {
            writer.Lines("throw;");
        }

        using (writer.Block("finally"))
        {
            writer.Lines($"{call}.End();");
        }
    }
}
