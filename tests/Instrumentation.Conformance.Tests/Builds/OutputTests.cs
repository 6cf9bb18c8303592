using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Instrumentation.Conformance.Tests.Catalogue;
using Instrumentation.Conformance.Tests.Constructs;
using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Builds;

/// <summary>The files that a build leaves.</summary>
[Collection(AloneCollection.Name)]
public sealed class OutputTests(ConstructBuilds builds)
{
    [Fact]
    [Covers("deterministic output")]
    public void The_same_sources_give_the_same_bytes()
    {
        var intermediate = Variant.Intermediate("release.portable");
        _ = builds.Assembly("release.portable");
        var (assembly, symbols) = Bytes();

        // The assembly alone is made anew: by the compiler, from the same place, and by the weaver.
        File.Delete(Path.Combine(intermediate, "Constructs.dll"));
        var result = Cli.Dotnet(
            Repository.Root,
            "build", Repository.TestAssembly("Constructs/Constructs.csproj"), "-c", Repository.Configuration, "-p:Variant=release.portable",
            "-p:BuildProjectReferences=false", "--no-restore", "-v:q", "-nologo");

        Assert.True(result.ExitCode == 0, result.All);
        var again = Bytes();
        Assert.Equal(assembly, again.Assembly);
        Assert.Equal(symbols, again.Symbols);

        (byte[] Assembly, byte[] Symbols) Bytes() =>
            (File.ReadAllBytes(Path.Combine(intermediate, "Constructs.dll")), File.ReadAllBytes(Path.Combine(intermediate, "Constructs.pdb")));
    }

    [Theory]
    [InlineData("debug.portable", "plain.debug")]
    [InlineData("release.embedded", "plain.release")]
    [Covers("reference assembly unchanged")]
    public void The_reference_assembly_shows_what_it_shows_unmonitored(string variant, string plain)
    {
        _ = builds.Assembly(variant);
        _ = builds.Assembly(plain);

        Assert.Equal(Members(plain), Members(variant));
    }

    /// <summary>All that other assemblies can see. The compiler numbers what it makes itself.</summary>
    private static IEnumerable<string> Members(string variant)
    {
        using var stream = File.OpenRead(Path.Combine(Variant.Intermediate(variant), "ref", "Constructs.dll"));
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();
        return
        [
            .. from handle in metadata.TypeDefinitions
               let type = metadata.GetTypeDefinition(handle)
               from method in type.GetMethods()
               let definition = metadata.GetMethodDefinition(method)
               where !type.IsNested && type.Attributes.HasFlag(TypeAttributes.Public)
               select $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(definition.Name)} {definition.Attributes}"
               into text
               orderby text
               select text,
        ];
    }
}
