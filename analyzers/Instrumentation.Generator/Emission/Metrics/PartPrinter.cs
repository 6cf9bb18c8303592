using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>
/// Prints the implementing part of a partial method. It has no doc comment: one here would take the place of that on the declaring part.
/// </summary>
internal static class PartPrinter
{
    public static void Print(SourceWriter writer, PartModel part, Action printBody)
    {
        writer.Lines($"[global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]");
        var parameters = string.Join(", ", part.Parameters.Select(parameter => parameter.PartDeclaration));
        var typeParameters = part.TypeParameters.Count == 0 ? "" : $"<{string.Join(", ", part.TypeParameters.Select(parameter => parameter.Name))}>";
        var constraints = part.InheritsConstraints
            ? ""
            : string.Concat(part.TypeParameters
                .Where(parameter => parameter.Constraints.Length > 0).Select(parameter => "\n    " + parameter.Constraints));
        using (writer.Block($"{part.Modifiers} {part.ReturnType} {part.Name}{typeParameters}({parameters}){constraints}"))
        {
            printBody();
        }
    }

    /// <summary>Without a body, a refused method would be an error that hides the diagnostic which says why.</summary>
    public static void PrintRefused(SourceWriter writer, PartModel part)
    {
        writer.Lines("// Records nothing: a diagnostic of this method says why.");
        var needsResult = part.ReturnType != "void" || part.Parameters.Any(parameter => parameter.Argument.StartsWith("out ", StringComparison.Ordinal));
        Print(writer, part, () =>
        {
            if (needsResult)
            {
                writer.Lines($"throw new global::System.NotSupportedException({Code.Text($"'{part.Display}' is no metric that can be generated; see the compiler's diagnostic.")});");
            }
        });
        writer.Blank();
    }
}
