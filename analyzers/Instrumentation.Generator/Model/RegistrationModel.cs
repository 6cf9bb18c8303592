namespace Instrumentation.Generator.Model;

/// <summary>What happens when the assembly is loaded.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="OperationsClasses">The classes that hold operations, in ordinal order.</param>
/// <param name="HasWrappers">Whether there is something to weave.</param>
/// <param name="ReferencedTypes">A type of each instrumented assembly that an executable refers to, in ordinal order.</param>
internal sealed record RegistrationModel(
    AssemblyModel Assembly,
    EquatableArray<string> OperationsClasses,
    bool HasWrappers,
    EquatableArray<string> ReferencedTypes)
{
    public bool IsEmpty => OperationsClasses.Count == 0 && ReferencedTypes.Count == 0;
}
