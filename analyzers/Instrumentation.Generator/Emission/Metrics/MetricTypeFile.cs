using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>Prints the file of one type's metrics: its part with the bodies of its methods, and the class of its instruments.</summary>
internal static class MetricTypeFile
{
    public static string Print(MetricTypeModel type, AssemblyModel assembly)
    {
        var writer = new SourceWriter();
        FileHeader.Print(writer, $"Metrics of {type.Type.Display}.", assembly);
        PrintPragmas(writer, type);
        writer.Blank();
        var hasPart = type.Methods.Count > 0 || type.Event is not null || type.HasHiddenReaders;
        if (hasPart)
        {
            PrintPart(writer, type, assembly);
        }

        if (type.Fields.Count > 0 || (type.Readers.Count > 0 && !type.HasHiddenReaders))
        {
            if (hasPart)
            {
                writer.Blank();
            }

            using (writer.Block($"namespace {assembly.Namespace}"))
            {
                InstrumentsPrinter.Print(writer, type, assembly);
            }
        }

        return writer.ToString();
    }

    private static void PrintPart(SourceWriter writer, MetricTypeModel type, AssemblyModel assembly)
    {
        if (type.Type.Namespace.Length == 0)
        {
            PrintDeclarations(writer, type, assembly, depth: 0);
            return;
        }

        using (writer.Block($"namespace {type.Type.Namespace}"))
        {
            PrintDeclarations(writer, type, assembly, depth: 0);
        }
    }

    private static void PrintDeclarations(SourceWriter writer, MetricTypeModel type, AssemblyModel assembly, int depth)
    {
        var isInnermost = depth == type.Type.Declarations.Count - 1;
        using (writer.Block(type.Type.Declarations[depth] + (isInnermost && type.Event is not null ? $" : {EventPrinter.Interface}" : "")))
        {
            ReaderPrinter.PrintNested(writer, type, depth, assembly);
            if (!isInnermost)
            {
                PrintDeclarations(writer, type, assembly, depth + 1);
                return;
            }

            var instruments = $"global::{assembly.Namespace}.{type.InstrumentsClass}";
            if (type.Event is { } recorded)
            {
                EventPrinter.Print(writer, recorded, instruments);
            }

            foreach (var method in type.Methods)
            {
                MetricMethodPrinter.Print(writer, method, instruments);
            }
        }
    }

    private static void PrintPragmas(SourceWriter writer, MetricTypeModel type)
    {
        writer.Lines("""

            // Signatures are repeated as they were written, and what the compiler had to say about them was said there.
            #pragma warning disable CS0108 // hides an inherited member: a base has generated ones of the same names
            #pragma warning disable CS0612, CS0618 // an obsolete type or member
            #pragma warning disable CS0693 // a type parameter named like one of the containing type
            #pragma warning disable CS8500 // a pointer to a managed type
            #pragma warning disable CS8981 // a type named in lower case
            """);
        var experimental = type.Methods.SelectMany(method => method.Method.Part.ExperimentalIds)
            .Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToArray();
        if (experimental.Length > 0)
        {
            writer.Lines($"#pragma warning disable {string.Join(", ", experimental)} // an experimental type in a signature");
        }
    }
}
