using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace Instrumentation.Weaver.Tests.Support;

/// <summary>The ways of compiling in which the compiler writes different code or symbols.</summary>
public enum Flavour
{
    DebugPortable,
    DebugEmbedded,
    ReleasePortable,
    ReleaseEmbedded,
    ReleaseWithoutSymbols,
}

internal static class FlavourExtensions
{
    public static OptimizationLevel Optimization(this Flavour flavour) =>
        flavour is Flavour.DebugPortable or Flavour.DebugEmbedded ? OptimizationLevel.Debug : OptimizationLevel.Release;

    public static DebugInformationFormat? Symbols(this Flavour flavour) => flavour switch
    {
        Flavour.DebugPortable or Flavour.ReleasePortable => DebugInformationFormat.PortablePdb,
        Flavour.DebugEmbedded or Flavour.ReleaseEmbedded => DebugInformationFormat.Embedded,
        _ => null,
    };
}

/// <summary>All flavours, for a theory.</summary>
public sealed class AllFlavours : TheoryData<Flavour>
{
    public AllFlavours() => AddRange(Enum.GetValues<Flavour>());
}

/// <summary>The flavours with symbols, for a theory.</summary>
public sealed class FlavoursWithSymbols : TheoryData<Flavour>
{
    public FlavoursWithSymbols() => AddRange(Enum.GetValues<Flavour>().Where(flavour => flavour.Symbols() is not null).ToArray());
}
