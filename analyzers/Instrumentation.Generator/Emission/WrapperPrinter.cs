using Instrumentation.Generator.Emission.Wrappers;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Prints what stands in the monitored type for one method: the wrapper, its twin, and the function for its series.</summary>
internal static class WrapperPrinter
{
    /// <param name="writer">Where to.</param>
    /// <param name="operation">The method.</param>
    /// <param name="fields">The fields of the type's operations.</param>
    /// <param name="operationsClass">The class of the type's operations, in full.</param>
    public static void Print(
        SourceWriter writer, OperationModel operation, IReadOnlyDictionary<DefinitionModel, OperationField> fields, string operationsClass)
    {
        var method = operation.Method;
        if (method.NullableDirective is { } directive)
        {
            writer.Lines(directive);
        }

        if (operation.Definition is { } definition)
        {
            var field = fields[definition];
            PrintWrapper(writer, operation, definition, $"{operationsClass}.{Code.Identifier(field.Name)}");
            if (operation.Labels.Count > 0)
            {
                SeriesFunction.Print(writer, operation, definition, label => $"{operationsClass}.{Code.LabelField(field, label)}");
            }
        }
        else
        {
            PrintForward(writer, method, method.SecondDoor!);
        }

        if (method.NullableDirective is not null)
        {
            writer.Lines("#nullable enable");
        }
    }

    private static void PrintWrapper(SourceWriter writer, OperationModel operation, DefinitionModel definition, string field)
    {
        var method = operation.Method;
        writer.Lines($"""
            /// <summary>Measures <c>{Code.Xml(method.Display)}</c> as operation <c>{Code.Xml(definition.Name)}</c>.</summary>
            """);
        if (method.SecondDoor is { } door)
        {
            PrintPart(writer, method, door, () => PrintBody(writer, operation, field));
            writer.Blank();
            return;
        }

        writer.Lines($"""
            /// <remarks>The weaver puts this body in the method's place and removes this method.</remarks>
            [global::Instrumentation.Weaving.Wraps({Code.Text(method.MetadataName)}, {Code.Text(method.BodyName)})]
            [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
            """);
        PrintAttributes(writer, method);
        var modifiers = method.Modifiers + (operation.Shape == CallShape.RuntimeAsync ? "async " : "");
        using (writer.Block(Twin(method, modifiers, method.WrapperName) + Code.Constraints(method)))
        {
            PrintBody(writer, operation, field);
        }

        writer.Blank();

        // No GeneratedCode here: after weaving this is the user's code, and coverage tools leave out what bears that attribute.
        writer.Lines($"""
            /// <summary>The weaver moves the body of <c>{Code.Xml(method.Display)}</c> here.</summary>
            """);
        PrintAttributes(writer, method);
        writer.Lines(Twin(method, method.Modifiers, method.BodyName) + Code.Constraints(method) + " => throw null!;");
        writer.Blank();
    }

    private static void PrintBody(SourceWriter writer, OperationModel operation, string field)
    {
        var call = WrapperCall.Of(operation, field);
        switch (operation.Shape)
        {
            case CallShape.TaskReturning:
                TaskWrapper.Print(writer, call, isReference: true);
                break;
            case CallShape.ValueTaskReturning:
                TaskWrapper.Print(writer, call, isReference: false);
                break;
            case CallShape.AsyncStateMachine:
                AsyncWrapper.Print(writer, call);
                break;
            case CallShape.RuntimeAsync:
                RuntimeAsyncWrapper.Print(writer, call);
                break;
            case CallShape.Iterator:
                IteratorWrapper.Print(writer, call);
                break;
            default:
                SynchronousWrapper.Print(writer, call, sampled: operation.Definition is { SampleEvery: > 1 });
                break;
        }
    }

    /// <summary>A partial method that is refused. Without a body it would be an error that hides the diagnostic which says why.</summary>
    private static void PrintForward(SourceWriter writer, MethodModel method, SecondDoorModel door)
    {
        writer.Lines($"""
            /// <summary>Not measured: a diagnostic of <c>{Code.Xml(method.Display)}</c> says why.</summary>
            """);
        var arguments = string.Join(", ", method.Parameters.Select(parameter => parameter.Argument));
        PrintPart(writer, method, door, () => writer.Lines(door.CoreName is null
            ? $"throw new global::System.NotImplementedException({Code.Text($"There is no {door.Name}Core with the signature of {door.Name}.")});"
            : (method.Returns switch { ReturnKind.Nothing => "", ReturnKind.Value => "return ", _ => "return ref " })
                + $"{door.CoreName}{Code.TypeParameters(method)}({arguments});"));
        writer.Blank();
    }

    private static void PrintPart(SourceWriter writer, MethodModel method, SecondDoorModel door, Action printBody)
    {
        writer.Lines($"[global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]");
        var parameters = string.Join(", ", method.Parameters.Select(parameter => parameter.PartDeclaration));
        var constraints = door.InheritsConstraints ? "" : Code.Constraints(method);
        using (writer.Block($"{door.Modifiers} {door.ReturnType} {door.Name}{Code.TypeParameters(method)}({parameters}){constraints}"))
        {
            printBody();
        }
    }

    private static void PrintAttributes(SourceWriter writer, MethodModel method)
    {
        writer.Lines("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        foreach (var attribute in method.Attributes)
        {
            writer.Lines($"[{attribute}]");
        }
    }

    private static string Twin(MethodModel method, string modifiers, string name) =>
        $"private {modifiers}{method.ReturnType} {name}{Code.TypeParameterDeclarations(method)}({Code.Declarations(method)})";
}
