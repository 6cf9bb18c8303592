using System.Runtime.CompilerServices;
using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests;

public sealed class DocumentationTests
{
    [Fact]
    public void Snippets_compile_and_the_generated_code_is_as_described()
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "generated-code.md"));
        var snippets = text.Split("```csharp\n").Skip(1).Select(rest => rest[..rest.IndexOf("```", StringComparison.Ordinal)]).ToArray();
        Assert.Equal(3, snippets.Length);
        var files = snippets.Append("[Instrumentation.GameEvent] public partial record struct Event;").Select(snippet => TestCompilation.Create([TestCompilation.Parse(snippet)])).SelectMany(compilation => GeneratorRun.Clean(compilation).Files);
        var code = string.Join("\n", files.Select(file => file.SourceText));

        // What the page shows of the generated code, in the words of the generator.
        foreach (var line in new[]
        {
            "return unchecked((uint)weapon) < 2u ? (int)weapon : 2;",
            "// weapon: rifle, knife, other",
            "/// Series: weapon (3) = 3 at most.",
            "/// Series: zone (3) × map (52) = 156 at most.",
            "// Records combat_damage_total.",
            "// map: the first 50 values, none, other",
            "/// <summary>Counter <c>combat_damage_total</c>: Damage of hits that landed.</summary>",
            "Help = \"Damage of hits that landed.\",",
            "CombatInstruments.Damage.AddAt(Damage__SeriesOf(zone, map), amount);",
            "if (Record__Event.Type.IsWanted)",
            "Label.Declared(\"weapon\", [\"rifle\", \"knife\"], hasNone: false, hasOther: true)",
        })
        {
            Assert.Contains(line, code, StringComparison.Ordinal);
            Assert.Contains(line, text, StringComparison.Ordinal);
        }
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
