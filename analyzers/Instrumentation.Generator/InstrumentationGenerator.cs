using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator;

/// <summary>Writes the wrappers of monitored methods and registers their operations. Reports nothing: the analyzers do, from the same parser.</summary>
[Generator]
public sealed class InstrumentationGenerator : IIncrementalGenerator
{
    /// <summary>The name that generated code bears in its GeneratedCode attributes.</summary>
    internal const string Name = "Instrumentation.Generator";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}
