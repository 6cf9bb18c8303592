using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>The same input gives the same bytes, and what is woven stays as it is.</summary>
public sealed class DeterminismTests
{
    private const string Source = """
        public partial class Service { public int Act(int x) => x + 1; public async Task<int> Later(int x) { await Task.Yield(); return x; } }
        public partial class Service
        {
            [Wraps("Act", "Act__Body")] private int Act__Monitored(int x) => Seen.Then("Act", Act__Body(x)); private int Act__Body(int x) => throw null!;
            [Wraps("Later", "Later__Body")] private Task<int> Later__Monitored(int x) { Operations.Any.StartAsync(); return Later__Body(x); } private Task<int> Later__Body(int x) => throw null!;
        }
        """;

    [Theory, ClassData(typeof(AllFlavours))]
    public void WeavingTwice_GivesTheSameBytes(Flavour flavour)
    {
        var compiled = Compiled.From(Source, flavour);

        var first = compiled.Woven();
        var second = compiled.Woven();

        Assert.Equal(first.Assembly, second.Assembly);
        Assert.Equal(first.Symbols, second.Symbols);
    }

    [Theory, ClassData(typeof(AllFlavours))]
    public void WeavingTheWoven_ChangesNothing(Flavour flavour)
    {
        var again = Compiled.From(Source, flavour).Woven().Weave();

        Assert.Null(again.Assembly);
        Assert.Empty(again.Problems);
    }

    [Fact]
    public void ModuleVersion_FollowsTheContent()
    {
        using var compiled = new SymbolDump(Compiled.From(Source));
        using var woven = new SymbolDump(Compiled.From(Source).Woven());
        using var other = new SymbolDump(Compiled.From(Source.Replace("x + 1", "x + 2", StringComparison.Ordinal)).Woven());

        Assert.NotEqual(Guid.Empty, woven.Mvid);
        Assert.Equal(3, new[] { compiled.Mvid, woven.Mvid, other.Mvid }.Distinct().Count());
    }

    [Fact]
    public void AnAssemblyThatOnlyBearsTheFlag_IsMarkedAsWoven()
    {
        using var subject = new Loaded(Compiled.From("public static class Subject { }").Woven());

        Assert.Equal(true, subject.Type("Registration").GetMethod("IsWoven")!.Invoke(null, null));
    }

    [Fact]
    public void AnAssemblyWithoutGeneratedCode_IsLeftAlone()
    {
        var bytes = File.ReadAllBytes(typeof(DeterminismTests).Assembly.Location);

        var result = AssemblyWeaver.Weave("Some.dll", bytes, symbols: null, StrongNameKey.None);

        Assert.Null(result.Assembly);
        Assert.Empty(result.Problems);
    }
}
