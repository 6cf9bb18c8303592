using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Prints the file of one type: its part with wrappers and twins, and the class of its operations.</summary>
internal static class TypeFile
{
    public static string Print(MonitoredTypeModel type, AssemblyModel assembly)
    {
        var writer = new SourceWriter();
        FileHeader.Print(writer, $"Wrappers and operations of {type.Type.Display}.", assembly);
        PrintPragmas(writer, type);
        writer.Blank();
        if (type.Type.Namespace.Length == 0)
        {
            PrintDeclarations(writer, type, assembly, depth: 0);
        }
        else
        {
            using (writer.Block($"namespace {type.Type.Namespace}"))
            {
                PrintDeclarations(writer, type, assembly, depth: 0);
            }
        }

        if (type.Fields.Count > 0)
        {
            writer.Blank();
            using (writer.Block($"namespace {assembly.Namespace}"))
            {
                OperationsPrinter.Print(writer, type, assembly);
            }
        }

        return writer.ToString();
    }

    private static void PrintDeclarations(SourceWriter writer, MonitoredTypeModel type, AssemblyModel assembly, int depth)
    {
        if (depth == type.Type.Declarations.Count)
        {
            var fields = type.FieldsByDefinition();
            foreach (var operation in type.Operations)
            {
                WrapperPrinter.Print(writer, operation, fields, $"global::{assembly.Namespace}.{type.OperationsClass}");
            }

            return;
        }

        using (writer.Block(type.Type.Declarations[depth]))
        {
            PrintDeclarations(writer, type, assembly, depth + 1);
        }
    }

    private static void PrintPragmas(SourceWriter writer, MonitoredTypeModel type)
    {
        writer.Lines("""

            // Twins repeat signatures as they were written, and what the compiler had to say about them was said there.
            #pragma warning disable CS0108 // hides an inherited member: a base that this type is nested in has twins of the same names
            #pragma warning disable CS0612, CS0618 // an obsolete type in a signature, a member of an obsolete type
            #pragma warning disable CS0693 // a type parameter named like one of the containing type
            #pragma warning disable CS8500 // a pointer to a managed type
            #pragma warning disable CS8981 // a type named in lower case
            """);
        var experimental = type.Operations.SelectMany(operation => operation.Method.ExperimentalIds)
            .Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToArray();
        if (experimental.Length > 0)
        {
            writer.Lines($"#pragma warning disable {string.Join(", ", experimental)} // an experimental type in a signature");
        }

        if (type.Operations.Any(operation => operation is { Shape: CallShape.RuntimeAsync, Definition: not null }))
        {
            writer.Lines("#pragma warning disable SYSLIB5007 // the runtime's async is experimental, as the project that turned it on knows");
        }
    }
}
