namespace Instrumentation.Generator.Model;

/// <summary>The signature of a monitored method and the names of what is generated for it, everything as it is written in code.</summary>
internal sealed record MethodModel
{
    /// <summary>Base of all generated names: <c>Act</c>, <c>get_Health</c>, <c>op_Addition</c>.</summary>
    public required string BaseName { get; init; }

    /// <summary>The name that the weaver finds the method by.</summary>
    public required string MetadataName { get; init; }

    /// <summary>For doc comments: <c>Act(int, WeaponType)</c>.</summary>
    public required string Display { get; init; }

    public required string WrapperName { get; init; }

    public required string BodyName { get; init; }

    /// <summary>The method that computes a call's series from the arguments.</summary>
    public required string SeriesName { get; init; }

    /// <summary>The twins' modifiers between the accessibility and the return type, each followed by a space.</summary>
    public required string Modifiers { get; init; }

    public required ReturnKind Returns { get; init; }

    /// <summary>With <c>ref</c> or <c>ref readonly</c>.</summary>
    public required string ReturnType { get; init; }

    public required EquatableArray<ParameterModel> Parameters { get; init; }

    public required EquatableArray<TypeParameterModel> TypeParameters { get; init; }

    /// <summary>Attributes that must be on the twins: those by which compiler and trimmer judge signature and body.</summary>
    public required EquatableArray<string> Attributes { get; init; }

    /// <summary>The ids under which the compiler reports the experimental types of the signature.</summary>
    public required EquatableArray<string> ExperimentalIds { get; init; }

    /// <summary>The <c>#nullable</c> directive that gives the twins the method's own context; null where that is <c>enable</c>.</summary>
    public string? NullableDirective { get; init; }

    /// <summary>Present for a partial method whose body is written as <c>FooCore</c>.</summary>
    public SecondDoorModel? SecondDoor { get; init; }
}
