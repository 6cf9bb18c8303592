using System.Globalization;
using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Instrumentation.Generator.Emission;

/// <summary>Small pieces of C# that several files print.</summary>
internal static class Code
{
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A double that reads back to the same bits.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains(".") || text.Contains("E") ? text : text + ".0";
    }

    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    public static string Bool(bool value) => value ? "true" : "false";

    /// <summary>Text for a doc comment.</summary>
    public static string Xml(string text) =>
        OneLine(text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"));

    /// <summary>Text for a comment to the end of the line.</summary>
    public static string OneLine(string text) => text.Replace("\r", " ").Replace("\n", " ");

    /// <summary>A field's name; methods may bear the names of keywords.</summary>
    public static string Identifier(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary>A local's name that no parameter has.</summary>
    public static string Local(MethodModel method, string name) => Free(name, method.Parameters.Select(parameter => parameter.Name));

    /// <summary>A name that is none of those taken.</summary>
    public static string Free(string name, IEnumerable<string> taken)
    {
        while (taken.Any(other => other.TrimStart('@') == name))
        {
            name += "_";
        }

        return name;
    }

    public static string TypeParameters(MethodModel method) => InBrackets(method.TypeParameters.Select(parameter => parameter.Name));

    public static string TypeParameterDeclarations(MethodModel method) =>
        InBrackets(method.TypeParameters.Select(parameter => parameter.Declaration));

    public static string Constraints(MethodModel method) =>
        string.Concat(method.TypeParameters
            .Where(parameter => parameter.Constraints.Length > 0)
            .Select(parameter => "\n    " + parameter.Constraints));

    public static string Declarations(MethodModel method) =>
        string.Join(", ", method.Parameters.Select(parameter => parameter.Declaration));

    /// <summary>The field that holds a label of which the values are taken as they come.</summary>
    public static string LabelField(OperationField field, LabelModel label) => $"{field.Name}__{label.Name}";

    private static string InBrackets(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } list ? $"<{list}>" : "";
}
