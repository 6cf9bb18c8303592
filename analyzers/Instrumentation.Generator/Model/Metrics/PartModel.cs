namespace Instrumentation.Generator.Model.Metrics;

/// <summary>The implementing part of a partial method, as far as it repeats the declaring one.</summary>
/// <param name="Name">As it is written in code.</param>
/// <param name="Display">For comments: <c>Kill(WeaponType, Region)</c>.</param>
/// <param name="Modifiers">The declaring part's, <c>partial</c> last.</param>
/// <param name="ReturnType">As the declaring part has it.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="TypeParameters">Of a method that is refused for having some.</param>
/// <param name="InheritsConstraints">An override restates no constraints.</param>
/// <param name="ExperimentalIds">The ids under which the compiler reports experimental types of the signature.</param>
/// <param name="NullableDirective">The directive that gives the part the declaring one's context; null where that is <c>enable</c>.</param>
internal sealed record PartModel(
    string Name,
    string Display,
    string Modifiers,
    string ReturnType,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<TypeParameterModel> TypeParameters,
    bool InheritsConstraints,
    EquatableArray<string> ExperimentalIds,
    string? NullableDirective);
