using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Weaver.Tests.Support;

/// <summary>An assembly compiled from hand-written code in the shape that the generator writes.</summary>
internal sealed record Compiled(byte[] Assembly, byte[]? Symbols)
{
    public const string Path = "/src/Subject.cs";

    /// <summary>A file with no code in it: nothing but a "type definition document" in the symbols speaks of it.</summary>
    public const string EnumPath = "/src/Kind.cs";

    public const string SourceLink = """{"documents":{"/src/*":"https://example.org/*"}}""";

    private const string Prelude = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Reflection;
        global using System.Runtime.CompilerServices;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Instrumentation.Operations;
        global using Instrumentation.Weaving;
        public static class Seen
        {
            public static readonly List<string> Calls = new();
            public static T Then<T>(string call, T result) { Calls.Add(call); return result; }
        }
        public static class Operations
        {
            public static readonly Operation Any = Operation.Create(new OperationDefinition { Name = "Any" });
        }
        public static class Registration
        {
            [ModuleInitializer] internal static void Register() => WovenAssemblies.Report("Subject", IsWoven());
            [WovenFlag] public static bool IsWoven() => false;
        }
        """;

    private static readonly MetadataReference[] s_references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Where(path => System.IO.Path.GetFileName(path) is ['S', 'y', 's', 't', 'e', 'm', '.', ..] or "netstandard.dll" or "mscorlib.dll" or "Instrumentation.dll" or "Microsoft.CSharp.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static Compiled From(string source, Flavour flavour = Flavour.ReleasePortable, Func<CSharpCompilationOptions, CSharpCompilationOptions>? with = null)
    {
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: flavour.Optimization(), allowUnsafe: true, deterministic: true);
        var compilation = CSharpCompilation.Create(
            "Subject",
            [Parse(Prelude, "/src/Prelude.cs"), Parse("public enum Kind { Sword, Bow }", EnumPath), Parse(source, Path)],
            s_references,
            with?.Invoke(options) ?? options);
        var assembly = new MemoryStream();
        var symbols = new MemoryStream();
        var portable = flavour.Symbols() == DebugInformationFormat.PortablePdb;
        var emit = compilation.Emit(
            assembly,
            portable ? symbols : null,
            options: new EmitOptions(debugInformationFormat: flavour.Symbols() ?? DebugInformationFormat.PortablePdb, pdbFilePath: flavour.Symbols() is null ? null : "/obj/Subject.pdb"),
            sourceLinkStream: flavour.Symbols() is null ? null : new MemoryStream(Encoding.UTF8.GetBytes(SourceLink)),
            embeddedTexts: flavour.Symbols() is null ? null : compilation.SyntaxTrees.Select(tree => EmbeddedText.FromSource(tree.FilePath, tree.GetText())));
        Assert.True(emit.Success, string.Join('\n', emit.Diagnostics));
        return new Compiled(assembly.ToArray(), portable ? symbols.ToArray() : null);
    }

    public WeavingResult Weave(StrongNameKey? key = null) => AssemblyWeaver.Weave("Subject.dll", Assembly, Symbols, key ?? StrongNameKey.None);

    /// <summary>Weaves, and fails the test if the weaver has anything to say.</summary>
    public Compiled Woven()
    {
        var result = Weave();
        Assert.Empty(result.Problems.Select(problem => $"{problem.Code}: {problem.Message}"));
        Assert.NotNull(result.Assembly);
        return new Compiled(result.Assembly, result.Symbols);
    }

    private static SyntaxTree Parse(string source, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.Latest), path);
}
