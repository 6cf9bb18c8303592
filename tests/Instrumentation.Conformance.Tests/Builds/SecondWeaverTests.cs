using Constructs.Harness;
using Instrumentation.Conformance.Tests.Catalogue;
using Instrumentation.Conformance.Tests.Constructs;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Instrumentation.Conformance.Tests.Builds;

/// <summary>
/// Another weaver that runs over the assembly after ours, as Fody's add-ins would: it reads assembly and symbols, puts something into every
/// method, and writes both.
/// </summary>
public sealed class SecondWeaverTests(ConstructBuilds builds)
{
    [Theory]
    [InlineData("debug.embedded")]
    [InlineData("release.portable")]
    [Covers("a second weaver")]
    public void Leaves_every_scenario_as_it_was(string variant)
    {
        var folder = Directory.CreateTempSubdirectory("second weaver ");
        try
        {
            var source = Path.GetDirectoryName(builds.Assembly(variant))!;
            foreach (var file in Directory.GetFiles(source))
            {
                File.Copy(file, Path.Combine(folder.FullName, Path.GetFileName(file)));
            }

            var assembly = Path.Combine(folder.FullName, "Constructs.dll");
            Assert.True(Weave(assembly) > 100);

            var before = builds.Runs.Of(variant);
            var after = ScenarioRuns.Run(assembly, runtimeAsync: false);
            foreach (var scenario in Scenario.All())
            {
                Assert.Equal((scenario.Name, before[scenario.Name].Error), (scenario.Name, after[scenario.Name].Error));
                Assert.Equal(before[scenario.Name].Observations, after[scenario.Name].Observations);
                Assert.Equal(before[scenario.Name].Changes, after[scenario.Name].Changes);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Weave(string path)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(
            path, new ReaderParameters { ReadSymbols = true, InMemory = true, SymbolReaderProvider = new DefaultSymbolReaderProvider(true) });
        var keepAlive = assembly.MainModule.ImportReference(typeof(GC).GetMethod(nameof(GC.KeepAlive)));
        var woven = 0;
        foreach (var method in assembly.MainModule.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            method.Body.SimplifyMacros();
            var first = method.Body.Instructions[0];
            var il = method.Body.GetILProcessor();
            var inserted = il.Create(OpCodes.Ldnull);
            il.InsertBefore(first, inserted);
            il.InsertBefore(first, il.Create(OpCodes.Call, keepAlive));
            KeepLine(method, first, inserted);
            method.Body.OptimizeMacros();
            woven++;
        }

        assembly.Write(path, new WriterParameters { WriteSymbols = true });
        return woven;
    }

    /// <summary>A method must begin with a line, or the runtime knows none for its first statement.</summary>
    private static void KeepLine(MethodDefinition method, Instruction from, Instruction to)
    {
        if (method.DebugInformation.GetSequencePoint(from) is { } line)
        {
            method.DebugInformation.SequencePoints.Remove(line);
            method.DebugInformation.SequencePoints.Insert(0, new SequencePoint(to, line.Document)
            {
                StartLine = line.StartLine, StartColumn = line.StartColumn, EndLine = line.EndLine, EndColumn = line.EndColumn,
            });
        }
    }
}
