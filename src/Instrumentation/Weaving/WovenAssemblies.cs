using System.Collections.Immutable;
using Instrumentation.Metrics;

namespace Instrumentation.Weaving;

/// <summary>
/// Which of the loaded assemblies with monitored methods went through the weaver. One that did not measures nothing, which would be
/// silent if nobody kept this record; the gauge <c>instrumentation_unwoven_assemblies</c> is their number. Safe to use from any thread.
/// </summary>
public static class WovenAssemblies
{
    private static ImmutableSortedDictionary<string, bool> s_reported =
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);

    static WovenAssemblies() => InstrumentRegistry.Default.Gauge(
        "instrumentation_unwoven_assemblies",
        "Loaded assemblies with monitored methods that the weaver has not processed, so that nothing in them is measured.",
        static () => Missing.Count);

    /// <summary>The names of the assemblies that have wrappers and were not woven, in ordinal order. Empty when all is well.</summary>
    public static IReadOnlyList<string> Missing => Names(woven: false);

    /// <summary>The names of the assemblies that were woven, in ordinal order.</summary>
    public static IReadOnlyList<string> Woven => Names(woven: true);

    /// <summary>Records an assembly; called by its generated module initializer. A later report of the same name replaces the earlier one.</summary>
    /// <param name="assembly">The simple name of the assembly.</param>
    /// <param name="woven">Whether the weaver has put the wrappers in place.</param>
    public static void Report(string assembly, bool woven)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ImmutableInterlocked.Update(ref s_reported, static (all, report) => all.SetItem(report.assembly, report.woven), (assembly, woven));
    }

    private static IReadOnlyList<string> Names(bool woven) =>
        [.. Volatile.Read(ref s_reported).Where(assembly => assembly.Value == woven).Select(static assembly => assembly.Key)];
}
