using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests.Constructs;

public sealed class AsyncTests
{
    private const string Methods = """
        public partial class C<T> where T : class
        {
            [MonitoredOperation] public async Task A(int a) => await Task.Yield();
            [MonitoredOperation] public async Task<T?> B<U>(U a, int call, int result) { await Task.Yield(); return null; }
            [MonitoredOperation] public async ValueTask D() => await Task.Yield();
            [MonitoredOperation] public async ValueTask<(int A, T B)> E(T a) { await Task.Yield(); return (1, a); }
            [MonitoredOperation] public async void F([MetricLabel] bool a) => await Task.Yield();
        }
        """;

    [Fact]
    public void State_machines_are_handed_the_call()
    {
        var code = Construct.IsWrapped(Methods, wrappers: 5);
        Assert.Equal(5, code.Split(".StartAsync(").Length - 1);
        Assert.DoesNotContain("await ", code, StringComparison.Ordinal);
    }

    [Fact]
    public void Runtime_async_methods_are_awaited_and_async_void_is_not_one()
    {
        var options = TestCompilation.ParseOptions.WithFeatures([new("runtime-async", "on")]);
        var code = Construct.IsWrapped(TestCompilation.Create([TestCompilation.Parse(TestCompilation.Usings + "#pragma warning disable SYSLIB5007\n" + Methods, options: options)]), wrappers: 5);
        Assert.Equal(4, code.Split(".StartAwaited(").Length - 1);
        Assert.Single(code.Split(".StartAsync(").Skip(1));
        Assert.Equal(4, code.Split("ConfigureAwait(false)").Length - 1);
    }

    /// <summary>Which async methods get a state machine is the compiler's choice; the parser must come to the same one.</summary>
    [Theory]
    [InlineData("on")]
    [InlineData("off")]
    public void Shape_is_the_one_that_the_compiler_chooses(string feature)
    {
        var options = TestCompilation.ParseOptions.WithFeatures([new("runtime-async", feature)]);
        var run = GeneratorRun.Clean(TestCompilation.Create([TestCompilation.Parse(TestCompilation.Usings + """
            #pragma warning disable SYSLIB5007
            using System.Runtime.CompilerServices;
            public partial class C
            {
                [MonitoredOperation] public async Task A() => await Task.Yield();
                [MonitoredOperation] public async ValueTask<int> B() { await Task.Yield(); return 1; }
                [MonitoredOperation, AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] public async ValueTask<int> Pooled() { await Task.Yield(); return 1; }
                [MonitoredOperation, AsyncMethodBuilder(typeof(AsyncTaskMethodBuilder))] public async Task Named() => await Task.Yield();
                [MonitoredOperation] public async void Void() => await Task.Yield();
                [MonitoredOperation] public async IAsyncEnumerable<int> Iterator() { await Task.Yield(); yield return 1; }
            }
            """, options: options)]));
        var chosen = ChosenByCompiler(run);
        var parsed = Findings.Operations((Microsoft.CodeAnalysis.CSharp.CSharpCompilation)run.Output)
            .Select(operation => (operation.Method.BaseName, operation.Shape)).OrderBy(method => method.BaseName, StringComparer.Ordinal);
        Assert.Equal(chosen, parsed);
        Assert.Equal(feature == "on", chosen.Any(method => method.Shape == CallShape.RuntimeAsync));
    }

    private static (string Name, CallShape Shape)[] ChosenByCompiler(GeneratorRun run)
    {
        const MethodImplAttributes RuntimeAsync = (MethodImplAttributes)0x2000;
        var image = new MemoryStream();
        Assert.True(run.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        image.Position = 0;
        using var file = new PEReader(image);
        var metadata = file.GetMetadataReader();
        var stateMachines = metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Select(type => metadata.GetString(type.Name)).Where(name => name.StartsWith('<') && name.Contains(">d__", StringComparison.Ordinal)).ToArray();
        return [.. metadata.MethodDefinitions.Select(metadata.GetMethodDefinition)
            .Where(method => metadata.GetString(metadata.GetTypeDefinition(method.GetDeclaringType()).Name) == "C")
            .Select(method => (Name: metadata.GetString(method.Name), IsRuntimeAsync: method.ImplAttributes.HasFlag(RuntimeAsync)))
            .Where(method => method.IsRuntimeAsync || stateMachines.Any(name => name.StartsWith($"<{method.Name}>", StringComparison.Ordinal)))
            .Where(method => !method.Name.Contains("__", StringComparison.Ordinal))
            .Select(method => (method.Name, method.IsRuntimeAsync ? CallShape.RuntimeAsync : method.Name == "Iterator" ? CallShape.Iterator : CallShape.AsyncStateMachine))
            .OrderBy(method => method.Name, StringComparer.Ordinal)];
    }

    [Fact]
    public void Tasks_of_other_methods_are_tracked()
    {
        var code = Construct.IsWrapped("""
            public partial class C
            {
                [MonitoredOperation] public Task A() => Task.CompletedTask;
                [MonitoredOperation] public Task<string?> B(scoped Span<int> a) => Task.FromResult<string?>(null);
                [MonitoredOperation] public ValueTask D() => default;
                [MonitoredOperation] public ValueTask<T> E<T>(T a) => new(a);
                [MonitoredOperation] public Task<int>? F() => null;
                [MonitoredOperation] public ref Task G(ref Task a) => ref a;
            }
            """, wrappers: 6);
        Assert.Equal(5, code.Split(".Track(").Length - 1);
    }

    [Fact]
    public void Pooling_builders_are_taken() => Construct.IsWrapped("""
        public partial class C
        {
            [MonitoredOperation, System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder))]
            public async ValueTask A() => await Task.Yield();
            [MonitoredOperation, System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder<>))]
            public async ValueTask<int> B() { await Task.Yield(); return 1; }
        }
        """, wrappers: 2);

    [Fact]
    public void Iterators_are_tracked_and_those_within_a_method_are_not()
    {
        var code = Construct.IsWrapped("""
            public partial class C
            {
                [MonitoredOperation] public IEnumerable<int> A(int n, [MetricLabel] bool up) { yield return n; }
                [MonitoredOperation] public IEnumerator<T> B<T>(T a) { yield return a; }
                [MonitoredOperation] public IEnumerable D() { yield break; }
                [MonitoredOperation] public IEnumerator E() { yield break; }
                [MonitoredOperation] public async IAsyncEnumerable<int> F([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken token = default) { await Task.Yield(); yield return 1; }
                [MonitoredOperation] public async IAsyncEnumerator<int> G() { await Task.Yield(); yield return 1; }
                public IEnumerable<int> P { [MonitoredOperation] get { yield return 1; } }
                [MonitoredOperation] public IEnumerable<int> NoIterator() { return Local(); IEnumerable<int> Local() { yield return 1; } }
            }
            """, wrappers: 8);
        Assert.Equal(7, code.Split(".Track(").Length - 1);
    }
}
