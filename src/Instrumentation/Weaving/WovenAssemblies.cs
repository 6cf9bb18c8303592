using System.Collections.Immutable;

namespace Instrumentation.Weaving;

/// <summary>
/// Which of the loaded assemblies with monitored methods went through the weaver. One that did not measures nothing, which would be
/// silent if nobody kept this record. Safe to use from any thread.
/// </summary>
public static class WovenAssemblies
{
    private static ImmutableSortedDictionary<string, bool> s_reported =
        ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);

    /// <summary>The names of the assemblies that have wrappers and were not woven, in ordinal order. Empty when all is well.</summary>
    public static IReadOnlyList<string> Missing =>
        [.. Volatile.Read(ref s_reported).Where(static assembly => !assembly.Value).Select(static assembly => assembly.Key)];

    /// <summary>The names of the assemblies that were woven, in ordinal order.</summary>
    public static IReadOnlyList<string> Woven =>
        [.. Volatile.Read(ref s_reported).Where(static assembly => assembly.Value).Select(static assembly => assembly.Key)];

    /// <summary>Records an assembly; called by its generated module initializer. A later report of the same name replaces the earlier one.</summary>
    /// <param name="assembly">The simple name of the assembly.</param>
    /// <param name="woven">Whether the weaver has put the wrappers in place.</param>
    public static void Report(string assembly, bool woven)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        ImmutableInterlocked.Update(ref s_reported, static (all, report) => all.SetItem(report.assembly, report.woven), (assembly, woven));
    }
}
