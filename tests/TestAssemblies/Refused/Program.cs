using System.Reflection;
using Instrumentation.Metrics;

// Runs every refused construct, and says whether anything was counted for it.
foreach (var type in Assembly.GetExecutingAssembly().GetTypes().Where(t => t.IsPublic && t.GetMethod("Run") is not null).OrderBy(t => t.Name, StringComparer.Ordinal))
{
    Console.WriteLine($"{type.Name}: {type.GetMethod("Run")!.Invoke(null, null)}");
}

using var snapshot = InstrumentRegistry.Default.Snapshot();
Console.WriteLine($"operations: {string.Join(' ', snapshot.Families.SelectMany(f => f.Series).Select(s => s["operation"]).OfType<string>().Distinct())}");
