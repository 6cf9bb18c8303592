using Mono.Cecil;

namespace Instrumentation.Weaver.Catalog;

/// <summary>Finds referenced assemblies where the compiler found them. Decoding an attribute's enum takes the assembly that declares the enum.</summary>
internal sealed class ReferenceResolver(IEnumerable<string> references) : IAssemblyResolver
{
    private readonly ILookup<string, string> _paths =
        references.ToLookup(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, AssemblyDefinition> _resolved = new(StringComparer.OrdinalIgnoreCase);

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (!_resolved.TryGetValue(name.Name, out var assembly))
        {
            var path = _paths[name.Name].FirstOrDefault() ?? throw new AssemblyResolutionException(name);
            parameters.AssemblyResolver = this;
            assembly = AssemblyDefinition.ReadAssembly(path, parameters);
            _resolved.Add(name.Name, assembly);
        }

        return assembly;
    }

    public void Dispose()
    {
        foreach (var assembly in _resolved.Values)
        {
            assembly.Dispose();
        }
    }
}
