using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Constructs;

/// <summary>One build of the constructs.</summary>
/// <param name="Name">Its name in the project file.</param>
/// <param name="Plain">The build without instrumentation that it is compared with.</param>
/// <param name="Title">What the coverage table calls it.</param>
internal sealed record Variant(string Name, string Plain, string Title)
{
    public static IReadOnlyList<Variant> All { get; } =
    [
        new("debug.portable", "plain.debug", "Debug, portable symbols"),
        new("debug.embedded", "plain.debug", "Debug, embedded symbols"),
        new("release.portable", "plain.release", "Release, portable symbols"),
        new("release.embedded", "plain.release", "Release, embedded symbols"),
        new("runtimeasync.debug", "plain.runtimeasync", "runtime-async=on, Debug"),
        new("runtimeasync.release", "plain.runtimeasync", "runtime-async=on, Release"),
    ];

    public bool IsRuntimeAsync => IsRuntimeAsyncName(Name);

    public static Variant Of(string name) => All.Single(variant => variant.Name == name);

    public static bool IsRuntimeAsyncName(string name) => name.Contains("runtimeasync", StringComparison.Ordinal);

    public static string Assembly(string name) => Repository.TestAssembly($"Constructs/bin/{name}/Constructs.dll");

    public static string Intermediate(string name) => Repository.TestAssembly($"Constructs/obj/{name}");
}
