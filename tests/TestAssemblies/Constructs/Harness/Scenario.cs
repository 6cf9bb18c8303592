using System.Reflection;

namespace Constructs.Harness;

/// <summary>One scenario as its attributes declare it.</summary>
/// <param name="Name">Type and method, the type without its suffix: <c>AsyncVoid.Runs_on_the_pool</c>.</param>
/// <param name="Items">Items of the conformance list.</param>
/// <param name="Calls">What it adds to each operation when monitored.</param>
public sealed record Scenario(string Name, IReadOnlyList<string> Items, IReadOnlyList<CallsAttribute> Calls, MethodInfo Method)
{
    private const string Suffix = "Scenarios";

    public static IEnumerable<Scenario> All() =>
        from type in typeof(Scenario).Assembly.GetTypes()
        where type.Name.EndsWith(Suffix, StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        let scenario = method.GetCustomAttribute<ScenarioAttribute>()
        where scenario is not null
        let name = $"{type.Name[..^Suffix.Length]}.{method.Name}"
        orderby type.FullName, method.MetadataToken
        select new Scenario(name, scenario.Items, [.. method.GetCustomAttributes<CallsAttribute>()], method);
}
