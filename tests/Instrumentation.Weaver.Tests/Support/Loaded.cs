using System.Reflection;
using System.Runtime.Loader;

namespace Instrumentation.Weaver.Tests.Support;

/// <summary>A compiled assembly in a load context of its own.</summary>
internal sealed class Loaded : IDisposable
{
    private readonly AssemblyLoadContext _context = new(null, isCollectible: true);

    public Loaded(Compiled compiled)
    {
        Assembly = _context.LoadFromStream(
            new MemoryStream(compiled.Assembly),
            compiled.Symbols is { } symbols ? new MemoryStream(symbols) : null);
    }

    public Assembly Assembly { get; }

    /// <summary>What the wrappers have noted.</summary>
    public List<string> Calls => (List<string>)Type("Seen").GetField("Calls")!.GetValue(null)!;

    public Type Type(string name) => Assembly.GetType(name, throwOnError: true)!;

    /// <summary>Calls the static method <c>Subject.Run</c>, which every test's source has.</summary>
    public object? Run() => Invoke("Run");

    public object? Invoke(string method, params object?[] arguments) =>
        Type("Subject").GetMethod(method)!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);

    public void Dispose() => _context.Unload();
}
