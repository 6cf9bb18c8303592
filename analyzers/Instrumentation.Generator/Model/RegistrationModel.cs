namespace Instrumentation.Generator.Model;

/// <summary>What happens when the assembly is loaded.</summary>
internal sealed record RegistrationModel
{
    public required AssemblyModel Assembly { get; init; }

    /// <summary>The classes that hold operations, in ordinal order.</summary>
    public required EquatableArray<string> OperationsClasses { get; init; }

    /// <summary>Whether there is something to weave.</summary>
    public required bool HasWrappers { get; init; }

    /// <summary>The classes that hold instruments, in ordinal order.</summary>
    public required EquatableArray<string> InstrumentsClasses { get; init; }

    /// <summary>The methods that register what is read at each scrape, in full and in ordinal order.</summary>
    public required EquatableArray<string> Readers { get; init; }

    /// <summary>The prefixes that a program gives the metrics of assemblies it refers to, in ordinal order.</summary>
    public required EquatableArray<PrefixModel> Prefixes { get; init; }

    /// <summary>A type of each instrumented assembly that an executable refers to, in ordinal order.</summary>
    public required EquatableArray<string> ReferencedTypes { get; init; }

    /// <summary>Whether a program that refers to the assembly must see to it that it is loaded.</summary>
    public bool IsInstrumented => OperationsClasses.Count + InstrumentsClasses.Count + Readers.Count > 0;

    public bool IsEmpty => !IsInstrumented && Prefixes.Count == 0 && ReferencedTypes.Count == 0;
}
