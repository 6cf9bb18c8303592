using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>
/// Prints the function that turns the arguments of a call into the number of its series. It stands in the monitored type, since an
/// argument's type may be visible there only.
/// </summary>
internal static class SeriesFunction
{
    public static void Print(SourceWriter writer, OperationModel operation, DefinitionModel definition, Func<LabelModel, string> fieldOf) => Print(
        writer,
        operation.Method.SeriesName + TypeParameters(operation),
        $"a call of <c>{Code.Xml(operation.Method.Display)}</c> counts in",
        operation.Labels,
        definition.Labels,
        place => fieldOf(definition.Labels[place]),
        IsGeneric(operation) ? Code.Constraints(operation.Method) : "");

    /// <param name="writer">Where to.</param>
    /// <param name="name">The function's name, with type parameters.</param>
    /// <param name="subject">What has the series, for the doc comment.</param>
    /// <param name="arguments">Where the labels' values come from.</param>
    /// <param name="labels">The labels.</param>
    /// <param name="fieldOf">The field that holds the label at a place, if its values are numbered as they come.</param>
    /// <param name="constraints">The constraints of the type parameters.</param>
    public static void Print(
        SourceWriter writer,
        string name,
        string subject,
        EquatableArray<LabelArgument> arguments,
        EquatableArray<LabelModel> labels,
        Func<int, string> fieldOf,
        string constraints = "")
    {
        var taken = arguments.Select(argument => argument.Parameter).ToArray();
        var series = Code.Free("series", taken);
        var parameters = string.Join(", ", arguments.Select(argument => $"{argument.Type} {argument.Parameter}"));
        writer.Lines($"""
            /// <summary>The number of the series that {subject}: {Code.Xml(Arithmetic(labels))}.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
            [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
            """);
        using (writer.Block($"private static int {name}({parameters}){constraints}"))
        {
            for (var i = 0; i < arguments.Count; i++)
            {
                var label = labels[i];
                var index = Index(arguments[i], label, Code.Free("declared", taken), label.Limit > 0 ? fieldOf(i) : "");
                writer.Lines($"// {label.Name}: {Code.OneLine(Values(label))}");
                writer.Lines((i, IsLast: i == arguments.Count - 1) switch
                {
                    (0, IsLast: true) => $"return {index};",
                    (0, _) => $"var {series} = {index};",
                    (_, IsLast: true) => $"return {Next(series, label, index)};",
                    _ => $"{series} = {Next(series, label, index)};",
                });
            }
        }

        writer.Blank();
    }

    /// <summary>The type parameters of the function: those of the method, if the labels' types name them.</summary>
    public static string TypeParameters(OperationModel operation) => IsGeneric(operation) ? Code.TypeParameters(operation.Method) : "";

    /// <summary>How many series there can be: <c>weapon (4) × critical (2) = 8 at most</c>.</summary>
    public static string Arithmetic(EquatableArray<LabelModel> labels) => labels.Count == 0
        ? "1"
        : string.Join(" × ", labels.Select(label => $"{label.Name} ({Code.Number(label.Count)})"))
            + $" = {Code.Number(LabelModel.SeriesCount(labels))} at most";

    private static string Next(string series, LabelModel label, string index) =>
        $"({series} * {Code.Number(label.Count)}) + {(index.Contains(" ? ") ? $"({index})" : index)}";

    private static bool IsGeneric(OperationModel operation) => operation.Labels.Any(label => label.IsGeneric);

    private static string Values(LabelModel label) => label.Limit > 0
        ? $"the first {Code.Number(label.Limit)} values, none, other"
        : string.Join(", ", label.Values.Concat(label.HasNone ? ["none"] : []).Concat(label.HasOther ? ["other"] : []));

    private static string Index(LabelArgument argument, LabelModel label, string declared, string field) => argument switch
    {
        { Indexing: LabelIndexing.Limited } => $"{field}.IndexOf({argument.Parameter})",
        { Indexing: LabelIndexing.Bool, NullIndex: < 0 } => $"{argument.Parameter} ? 1 : 0",
        { Indexing: LabelIndexing.Bool } => Switch(argument, ["false => 0", "true => 1"]),
        { Indexing: LabelIndexing.EnumRange, NullIndex: < 0 } =>
            $"{InRange(argument, argument.Parameter, label)} ? (int){argument.Parameter} : {Code.Number(argument.OtherIndex)}",
        { Indexing: LabelIndexing.EnumRange } =>
            Switch(argument, [$"{{ }} {declared} when {InRange(argument, declared, label)} => (int){declared}"]),
        _ => Switch(argument, argument.Cases.Select(declaredCase => $"{declaredCase.Pattern} => {Code.Number(declaredCase.Index)}")),
    };

    /// <summary>One comparison covers both ends: what is below zero is large when taken as unsigned.</summary>
    private static string InRange(LabelArgument argument, string value, LabelModel label) =>
        $"unchecked(({argument.Unsigned}){value}) < {Code.Number(label.Values.Count)}u";

    private static string Switch(LabelArgument argument, IEnumerable<string> arms)
    {
        var all = arms
            .Concat(argument.NullIndex < 0 ? [] : [$"null => {Code.Number(argument.NullIndex)}"])
            .Concat(argument.OtherIndex < 0 ? [] : [$"_ => {Code.Number(argument.OtherIndex)}"]);
        return $"{argument.Parameter} switch\n{{\n{string.Concat(all.Select(arm => $"    {arm},\n"))}}}";
    }
}
