using System.Reflection;

namespace Instrumentation.Conformance.Tests.Support;

/// <summary>Where things are in the source tree that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("Repository");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string PathOf(string name) => Path.Combine([Root, .. name.Split('/')]);

    public static string TestAssembly(string name) => PathOf($"tests/TestAssemblies/{name}");

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
