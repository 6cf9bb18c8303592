using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>What cannot be woven right is refused with a code and a place, and nothing is written.</summary>
public sealed class ProblemTests
{
    [Fact]
    public void INSTW001_NoTarget() => AssertRefused("INSTW001", "'Missing'", """
        public partial class Service { [Wraps("Missing", "Act__Body")] private int W(int x) => Act__Body(x); private int Act__Body(int x) => throw null!; }
        """);

    [Fact]
    public void INSTW001_TargetOfAnotherSignature() => AssertRefused("INSTW001", "'Act'", """
        public partial class Service { public int Act(long x) => 1; public T Act<T>(int x) => default!; public static int Act(int x) => 1; }
        public partial class Service { [Wraps("Act", "Act__Body")] private int W(int x) => Act__Body(x); private int Act__Body(int x) => throw null!; }
        """);

    [Fact]
    public void INSTW002_NoTwin() => AssertRefused("INSTW002", "'Act__Body'", """
        public partial class Service { public int Act(int x) => x; }
        public partial class Service { [Wraps("Act", "Act__Body")] private int W(int x) => x; }
        """);

    [Fact]
    public void INSTW003_NoBody() => AssertRefused("INSTW003", "Act", """
        public abstract partial class Service { public abstract int Act(int x); }
        public abstract partial class Service { [Wraps("Act", "Act__Body")] private int W(int x) => Act__Body(x); private int Act__Body(int x) => throw null!; }
        """);

    [Fact]
    public void INSTW004_NoStateMachine()
    {
        var problem = AssertRefused("INSTW004", "Act", """
            public partial class Service { public Task Act() => Task.CompletedTask; }
            public partial class Service { [Wraps("Act", "Act__Body")] private Task W() { Operations.Any.StartAsync(); return Act__Body(); } private Task Act__Body() => throw null!; }
            """);
        Assert.Equal(Compiled.Path, problem.File);
        Assert.Equal(1, problem.Line);
    }

    [Fact]
    public void INSTW005_UnknownBuilder() => AssertRefused("INSTW005", "'OwnBuilder'", """
        public struct OwnBuilder
        {
            private AsyncTaskMethodBuilder _inner;
            public static OwnBuilder Create() => new() { _inner = AsyncTaskMethodBuilder.Create() };
            public void Start<T>(ref T machine) where T : IAsyncStateMachine => _inner.Start(ref machine);
            public void SetStateMachine(IAsyncStateMachine machine) => _inner.SetStateMachine(machine);
            public void SetResult() => _inner.SetResult();
            public void SetException(Exception e) => _inner.SetException(e);
            public Task Task => _inner.Task;
            public void AwaitOnCompleted<A, S>(ref A a, ref S s) where A : INotifyCompletion where S : IAsyncStateMachine => _inner.AwaitOnCompleted(ref a, ref s);
            public void AwaitUnsafeOnCompleted<A, S>(ref A a, ref S s) where A : ICriticalNotifyCompletion where S : IAsyncStateMachine => _inner.AwaitUnsafeOnCompleted(ref a, ref s);
        }
        public partial class Service { [AsyncMethodBuilder(typeof(OwnBuilder))] public async Task Act() { await Task.Yield(); } }
        public partial class Service { [Wraps("Act", "Act__Body")] private Task W() { Operations.Any.StartAsync(); return Act__Body(); } private Task Act__Body() => throw null!; }
        """);

    [Fact]
    public void INSTW013_BuilderUsedByHand() => AssertRefused("INSTW013", "AsyncTaskMethodBuilder", """
        public partial class Service { public async Task Act() { var own = AsyncTaskMethodBuilder.Create(); await Task.Yield(); own.SetResult(); await own.Task; } }
        public partial class Service { [Wraps("Act", "Act__Body")] private Task W() { Operations.Any.StartAsync(); return Act__Body(); } private Task Act__Body() => throw null!; }
        """);

    [Fact]
    public void INSTW007_ForeignOrMissingSymbols()
    {
        var compiled = Compiled.From(Sound);
        var foreign = Compiled.From(Sound + "public class More { public void M() { } }");

        Assert.Equal("INSTW007", Assert.Single((compiled with { Symbols = foreign.Symbols }).Weave().Problems).Code);
        Assert.Equal("INSTW007", Assert.Single((compiled with { Symbols = null }).Weave().Problems).Code);
    }

    [Fact]
    public void INSTW006_WindowsSymbols()
    {
        var compiled = Compiled.From(Sound);
        var image = compiled.Assembly.ToArray();
        using (var reader = new System.Reflection.PortableExecutable.PEReader(new MemoryStream(compiled.Assembly)))
        {
            // The minor version of the CodeView entry is all that marks symbols as portable.
            reader.PEHeaders.TryGetDirectoryOffset(reader.PEHeaders.PEHeader!.DebugTableDirectory, out var offset);
            image[offset + 10] = image[offset + 11] = 0;
        }

        Assert.Equal("INSTW006", Assert.Single((compiled with { Assembly = image }).Weave().Problems).Code);
    }

    [Fact]
    public void INSTW010_NotAnAssembly()
    {
        var result = AssemblyWeaver.Weave("Some.dll", new byte[4096], symbols: null, StrongNameKey.None);

        Assert.Equal("INSTW010", Assert.Single(result.Problems).Code);
    }

    [Fact]
    public void INSTW012_CallingAssembly_IsAWarning()
    {
        var result = Compiled.From("""
            public partial class Service { public Assembly Act() => Assembly.GetCallingAssembly(); }
            public partial class Service { [Wraps("Act", "Act__Body")] private Assembly W() => Act__Body(); private Assembly Act__Body() => throw null!; }
            """).Weave();

        var problem = Assert.Single(result.Problems);
        Assert.Equal("INSTW012", problem.Code);
        Assert.False(problem.IsError);
        Assert.NotNull(result.Assembly);
    }

    private const string Sound = """
        public partial class Service { public int Act(int x) => x; }
        public partial class Service { [Wraps("Act", "Act__Body")] private int W(int x) => Act__Body(x); private int Act__Body(int x) => throw null!; }
        """;

    private static WeavingProblem AssertRefused(string code, string mentioned, string source)
    {
        var result = Compiled.From(source).Weave();

        var problem = Assert.Single(result.Problems);
        Assert.Equal(code, problem.Code);
        Assert.True(problem.IsError);
        Assert.Contains(mentioned, problem.Message, StringComparison.Ordinal);
        Assert.Null(result.Assembly);
        return problem;
    }
}
