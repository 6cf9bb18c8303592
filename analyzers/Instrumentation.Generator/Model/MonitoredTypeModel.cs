namespace Instrumentation.Generator.Model;

/// <summary>A type with all its monitored methods: what one generated file is printed from.</summary>
/// <param name="Type">The type.</param>
/// <param name="OperationsClass">The class that holds the type's operations; unlike that of any other type.</param>
/// <param name="Operations">The methods, in ordinal order of their wrappers.</param>
/// <param name="Fields">The operations; overloads may share one.</param>
internal sealed record MonitoredTypeModel(
    TypeModel Type,
    string OperationsClass,
    EquatableArray<OperationModel> Operations,
    EquatableArray<OperationField> Fields)
{
    /// <summary>
    /// The generated file's name. Differs from all others in more than case, for file systems that do not tell cases apart.
    /// </summary>
    public required string HintName { get; init; }

    public bool HasWrappers => Operations.Any(operation => operation.Method.SecondDoor is null);

    public IReadOnlyDictionary<DefinitionModel, OperationField> FieldsByDefinition() => Fields.ToDictionary(field => field.Definition);

    /// <summary>Puts methods together by type and gives each type its names, the same ones whatever order the methods come in.</summary>
    public static EquatableArray<MonitoredTypeModel> Group(IEnumerable<OperationModel> operations)
    {
        var hints = new UniqueNames(StringComparer.OrdinalIgnoreCase);
        var classes = new UniqueNames(StringComparer.Ordinal);

        // An attribute that stands on two parts of a type, which is an error, must not add errors about everything being there twice.
        return new(operations.Distinct()
            .GroupBy(operation => operation.Type.MetadataName, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => Of([.. group.OrderBy(operation => operation.Method.WrapperName, StringComparer.Ordinal)], hints, classes)));
    }

    private static MonitoredTypeModel Of(OperationModel[] operations, UniqueNames hints, UniqueNames classes)
    {
        // Parts may differ in what a partial method's pointers ask for; the part that asks for more serves all.
        var type = operations.Select(operation => operation.Type)
            .OrderByDescending(type => type.Declarations[type.Declarations.Count - 1].Length).First();
        var className = classes.Add(type.SimpleName + "Operations");
        return new(type, className, new EquatableArray<OperationModel>(operations), Name(operations, className))
        {
            HintName = type.HintName(hints, ""),
        };
    }

    private static EquatableArray<OperationField> Name(OperationModel[] operations, string className)
    {
        var names = new UniqueNames(StringComparer.Ordinal);

        // A member may not bear the name of its class.
        names.Add(className);
        var fields = new List<OperationField>();
        var seen = new HashSet<DefinitionModel>();
        foreach (var operation in operations)
        {
            if (operation.Definition is { } definition && seen.Add(definition))
            {
                fields.Add(new(names.Add(operation.Method.BaseName), definition));
            }
        }

        return new(fields);
    }
}
