using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Reflection.PortableExecutable;
using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>Debuggers, profilers and stack traces see of a monitored method what they saw before.</summary>
public sealed partial class SymbolTests
{
    private const string Source = """
        using Alias = System.Collections.Generic.Dictionary<string, int>;
        public static class Subject
        {
            public static string Run() { try { new Service<string>().Boom(1); return ""; } catch (InvalidOperationException e) { return e.StackTrace!; } }
            public static async Task<string> RunLater() { try { await new Service<string>().Later(1); return ""; } catch (InvalidOperationException e) { return e.StackTrace!; } }
        }
        public partial class Service<T>
        {
            public void Boom(int x)
            {
                const int Limit = 7;
                (int first, string second) pair = (x, "b");
                for (var i = 0; i < Limit; i++)
                {
                    dynamic inner = new Alias { [pair.second] = pair.first };
                    if (i == 3)
                        throw new InvalidOperationException("boom" + inner.Count);                              // line 17
                }
            }
            public async Task<int> Later(int x)
            {
                var sum = 0;
                for (var i = 0; i < 3; i++) { var hoisted = i * x; await Task.Yield(); sum += hoisted; }
                try { await Task.Yield(); } finally { sum++; }
                Func<int> closure = () => sum;
                throw new InvalidOperationException("later" + closure());                                       // line 26
            }
            public IEnumerable<int> Count(int to) { for (var i = 0; i < to; i++) { var square = i * i; yield return square; } }
            public async IAsyncEnumerable<int> CountLater(int to) { for (var i = 0; i < to; i++) { await Task.Yield(); yield return i; } }
            public async void Fire() { await Task.Yield(); }
            public int TwoFiles(int x)
            {
                x++;
        #line 5 "/src/Other.cs"
                x *= 2;
        #line default
                return x;
            }
        }
        public partial class Service<T>
        {
            [Wraps("Boom", "Boom__Body")] private void Boom__Monitored(int x) { var call = Operations.Any.Start(); try { Boom__Body(x); call.Succeed(); } catch (Exception e) when (call.Note(e)) { throw; } finally { call.End(); } }
            private void Boom__Body(int x) => throw null!;
            [Wraps("Later", "Later__Body")] private Task<int> Later__Monitored(int x) { Operations.Any.StartAsync(); return Later__Body(x); }
            private Task<int> Later__Body(int x) => throw null!;
            [Wraps("Count", "Count__Body")] private IEnumerable<int> Count__Monitored(int to) { return Operations.Any.Track(Count__Body(to)); }
            private IEnumerable<int> Count__Body(int to) => throw null!;
            [Wraps("CountLater", "CountLater__Body")] private IAsyncEnumerable<int> CountLater__Monitored(int to) { return Operations.Any.Track(CountLater__Body(to)); }
            private IAsyncEnumerable<int> CountLater__Body(int to) => throw null!;
            [Wraps("Fire", "Fire__Body")] private void Fire__Monitored() { Operations.Any.StartAsync(); Fire__Body(); }
            private void Fire__Body() => throw null!;
            [Wraps("TwoFiles", "TwoFiles__Body")] private int TwoFiles__Monitored(int x) { return TwoFiles__Body(x); }
            private int TwoFiles__Body(int x) => throw null!;
        }
        """;

    [Theory, ClassData(typeof(FlavoursWithSymbols))]
    public async Task StackTraces_NameFileAndLine(Flavour flavour)
    {
        var compiled = Compiled.From(Source, flavour);
        using var before = new Loaded(compiled);
        using var after = new Loaded(compiled.Woven());

        // The throwing frame reads as before, save for the twin's name in the synchronous case, and the wrapper's frame comes below it.
        var boom = Frames((string)before.Run()!);
        Assert.Matches(@"^   at Service`1\.Boom\(Int32 x\) in /src/Subject\.cs:line \d+$", boom[0]);
        var wovenBoom = Frames((string)after.Run()!);
        Assert.Equal(boom[0].Replace("Boom(", "Boom__Body(", StringComparison.Ordinal), wovenBoom[0]);
        Assert.StartsWith("   at Service`1.Boom(Int32 x) in /src/Subject.cs", wovenBoom[1], StringComparison.Ordinal);
        Assert.Equal(boom[1], wovenBoom[2]);

        Assert.Equal(await (Task<string>)before.Invoke("RunLater")!, await (Task<string>)after.Invoke("RunLater")!);
    }

    [Theory, ClassData(typeof(FlavoursWithSymbols))]
    public void EveryMethod_KeepsItsDebugInformation_WhereverItsBodyIs(Flavour flavour)
    {
        var compiled = Compiled.From(Source, flavour);
        using var before = new SymbolDump(compiled);
        using var after = new SymbolDump(compiled.Woven());

        var woven = after.Methods;
        var checkedMethods = 0;
        foreach (var (name, information) in before.Methods)
        {
            var now = Wrapper().Match(name) is { Success: true } wrapper ? wrapper.Groups[1].Value
                : before.Methods.ContainsKey(name + "__Monitored") ? name + "__Body"
                : name;
            if (name.EndsWith("__Body", StringComparison.Ordinal) || name == "Registration.IsWoven")
            {
                continue;
            }

            // The method that starts a state machine has moved, so that the machine names the twin.
            var expected = StartedBy().Replace(information, match =>
                before.Methods.ContainsKey(match.Groups[1].Value + "__Monitored") ? match.Value + "__Body" : match.Value);
            Assert.Equal($"{name}\n{expected}", $"{name}\n{woven[now]}");
            checkedMethods++;
        }

        Assert.True(checkedMethods > 15);
        Assert.DoesNotContain(woven.Keys, name => Wrapper().IsMatch(name));
    }

    [Theory, ClassData(typeof(FlavoursWithSymbols))]
    public void Documents_EmbeddedSources_SourceLink_AndTypesWithoutCode_AreKept(Flavour flavour)
    {
        var compiled = Compiled.From(Source, flavour);
        using var before = new SymbolDump(compiled);
        using var after = new SymbolDump(compiled.Woven());

        Assert.Equal(before.Documents, after.Documents);
        Assert.Equal(before.OtherInformation, after.OtherInformation);
        Assert.Contains(after.OtherInformation, information => information.StartsWith("Kind ", StringComparison.Ordinal));
    }

    [Theory, ClassData(typeof(FlavoursWithSymbols))]
    public void Image_AndSymbols_Agree(Flavour flavour)
    {
        var compiled = Compiled.From(Source, flavour);
        var woven = compiled.Woven();
        using var before = new SymbolDump(compiled);
        using var after = new SymbolDump(woven);

        Assert.Equal(before.CodeView.Path, after.CodeView.Path);
        Assert.Equal(after.SymbolId.Guid, after.CodeView.Guid);
        Assert.Equal(after.SymbolId.Stamp, after.Entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView).Stamp);
        Assert.Equal(before.Entries.Select(entry => entry.Type).Order(), after.Entries.Select(entry => entry.Type).Order());
        Assert.True(after.Entries.Single(entry => entry.Type == DebugDirectoryEntryType.CodeView).IsPortableCodeView);
        Assert.Equal("SHA256", after.Checksum.AlgorithmName);
        if (woven.Symbols is { } file)
        {
            // The checksum is of the file with its identity left zero.
            var identity = file.AsSpan().IndexOf(after.SymbolId.Guid.ToByteArray());
            var blank = file.ToArray();
            blank.AsSpan(identity, 20).Clear();
            Assert.Equal(SHA256.HashData(blank), after.Checksum.Checksum.ToArray());
        }
    }

    private static string[] Frames(string trace) => trace.Split(Environment.NewLine);

    [GeneratedRegex("(.*)__Monitored$")]
    private static partial Regex Wrapper();

    [GeneratedRegex("started by ([^\n]*)")]
    private static partial Regex StartedBy();
}
