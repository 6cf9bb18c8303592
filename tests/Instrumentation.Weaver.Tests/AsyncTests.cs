using System.Reflection;
using Instrumentation.Operations.Builders;
using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>Async methods with a state machine: the builder is exchanged, in monitored methods and nowhere else.</summary>
public sealed class AsyncTests
{
    private const string Source = """
        public static class Subject
        {
            public static async Task<string> Run()
            {
                var s = new Service<string>();
                await s.Plain();
                await s.Value();
                await s.Pooled();
                s.Fire();
                await s.Fired.Task;
                await s.Empty();
                var boom = "";
                try { await s.Boom(); } catch (InvalidOperationException e) { boom = e.Message; }
                return string.Join(' ', await s.Of<List<int>>(new() { 1 }, x => x.Count), await s.ValueOf(2), await s.PooledOf(3), boom, await s.Unmonitored(4));
            }
        }
        public partial class Service<T> where T : class
        {
            public readonly TaskCompletionSource Fired = new();
            public async Task Plain() { await Task.Yield(); }
            public async Task<Dictionary<T, U[]>> Nested<U>() { await Task.Yield(); return new(); }
            public async Task<int> Of<U>(U value, Func<U, int> count) where U : class { await Task.Yield(); return await Local() + count(value); async Task<int> Local() { await Task.Yield(); return 10; } }
            public async ValueTask Value() { await Task.Yield(); }
            public async ValueTask<int> ValueOf(int x) { await Task.Yield(); return x; }
            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))] public async ValueTask Pooled() { await Task.Yield(); }
            [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))] public async ValueTask<int> PooledOf(int x) { await Task.Yield(); return x; }
            public async void Fire() { await Task.Yield(); Fired.SetResult(); }
            public async Task Boom() { await Task.Yield(); throw new InvalidOperationException("boom"); }
        #pragma warning disable CS1998
            public async Task Empty() { }
            public async Task<int> Unmonitored(int x) { await Task.Yield(); return x; }
        }
        public partial class Service<T>
        {
            [Wraps("Plain", "Plain__Body")] private Task W1() { Seen.Calls.Add("Plain"); Operations.Any.StartAsync(); return Plain__Body(); } private Task Plain__Body() => throw null!;
            [Wraps("Of", "Of__Body")] private Task<int> W2<U>(U value, Func<U, int> count) where U : class { Seen.Calls.Add("Of"); Operations.Any.StartAsync(); return Of__Body<U>(value, count); } private Task<int> Of__Body<U>(U value, Func<U, int> count) where U : class => throw null!;
            [Wraps("Value", "Value__Body")] private ValueTask W3() { Seen.Calls.Add("Value"); Operations.Any.StartAsync(); return Value__Body(); } private ValueTask Value__Body() => throw null!;
            [Wraps("ValueOf", "ValueOf__Body")] private ValueTask<int> W4(int x) { Seen.Calls.Add("ValueOf"); Operations.Any.StartAsync(); return ValueOf__Body(x); } private ValueTask<int> ValueOf__Body(int x) => throw null!;
            [Wraps("Pooled", "Pooled__Body")] private ValueTask W5() { Seen.Calls.Add("Pooled"); Operations.Any.StartAsync(); return Pooled__Body(); } private ValueTask Pooled__Body() => throw null!;
            [Wraps("PooledOf", "PooledOf__Body")] private ValueTask<int> W6(int x) { Seen.Calls.Add("PooledOf"); Operations.Any.StartAsync(); return PooledOf__Body(x); } private ValueTask<int> PooledOf__Body(int x) => throw null!;
            [Wraps("Fire", "Fire__Body")] private void W7() { Seen.Calls.Add("Fire"); Operations.Any.StartAsync(); Fire__Body(); } private void Fire__Body() => throw null!;
            [Wraps("Boom", "Boom__Body")] private Task W8() { Seen.Calls.Add("Boom"); Operations.Any.StartAsync(); return Boom__Body(); } private Task Boom__Body() => throw null!;
            [Wraps("Empty", "Empty__Body")] private Task W9() { Seen.Calls.Add("Empty"); Operations.Any.StartAsync(); return Empty__Body(); } private Task Empty__Body() => throw null!;
            [Wraps("Nested", "Nested__Body")] private Task<Dictionary<T, U[]>> WA<U>() { Operations.Any.StartAsync(); return Nested__Body<U>(); } private Task<Dictionary<T, U[]>> Nested__Body<U>() => throw null!;
        }
        """;

    [Theory, ClassData(typeof(AllFlavours))]
    public async Task EveryBuilder_RunsAndIsExchanged(Flavour flavour)
    {
        using var subject = new Loaded(Compiled.From(Source, flavour).Woven());

        Assert.Equal("11 2 3 boom 4", await (Task<string>)subject.Run()!);
        Assert.Equal(["Plain", "Value", "Pooled", "Fire", "Empty", "Boom", "Of", "ValueOf", "PooledOf"], subject.Calls);
        var builders = Builders(subject.Type("Service`1"));
        Assert.Equal(typeof(MonitoredTaskBuilder), builders["<Plain>"]);
        Assert.Equal(typeof(MonitoredTaskBuilder<>), builders["<Of>"]);
        Assert.Equal(typeof(MonitoredTaskBuilder<>), builders["<Nested>"]);
        Assert.Equal(typeof(MonitoredValueTaskBuilder), builders["<Value>"]);
        Assert.Equal(typeof(MonitoredValueTaskBuilder<>), builders["<ValueOf>"]);
        Assert.Equal(typeof(MonitoredPoolingValueTaskBuilder), builders["<Pooled>"]);
        Assert.Equal(typeof(MonitoredPoolingValueTaskBuilder<>), builders["<PooledOf>"]);
        Assert.Equal(typeof(MonitoredVoidBuilder), builders["<Fire>"]);
        Assert.Equal(typeof(System.Runtime.CompilerServices.AsyncTaskMethodBuilder<>), builders["<Unmonitored>"]);
        Assert.Equal(typeof(System.Runtime.CompilerServices.AsyncTaskMethodBuilder<>), builders["<<Of>g__Local|"]);
    }

    [Fact]
    public async Task EveryMonitoredCall_IsTimedByItsBuilder()
    {
        using var subject = new Loaded(Compiled.From(Source).Woven());

        await (Task<string>)subject.Run()!;

        // The wrapper leaves the started call in a slot of the thread, and only a monitored builder takes it out of there.
        var slot = typeof(MonitoredTaskBuilder).Assembly.GetType("Instrumentation.Operations.Builders.AsyncTimer")!
            .GetField("t_offered", BindingFlags.Static | BindingFlags.NonPublic)!;
        var any = subject.Type("Operations").GetField("Any")!.GetValue(null)!;
        any.GetType().GetMethod("StartAsync", Type.EmptyTypes)!.Invoke(any, null);
        Assert.NotNull(slot.GetValue(null));
        var service = Activator.CreateInstance(subject.Type("Service`1").MakeGenericType(typeof(string)))!;
        var run = (Task)service.GetType().GetMethod("Plain")!.Invoke(service, null)!;
        Assert.Null(slot.GetValue(null));
        await run;
    }

    [Fact]
    public void StateMachineAttribute_IsOnTheMethodAlone()
    {
        using var subject = new Loaded(Compiled.From(Source).Woven());

        var type = subject.Type("Service`1");
        var machine = type.GetMethod("Of")!.GetCustomAttribute<System.Runtime.CompilerServices.AsyncStateMachineAttribute>()!.StateMachineType;
        Assert.StartsWith("<Of>", machine.Name, StringComparison.Ordinal);
        Assert.False(type.GetMethod("Of__Body", BindingFlags.Instance | BindingFlags.NonPublic)!
            .IsDefined(typeof(System.Runtime.CompilerServices.AsyncStateMachineAttribute), false));
    }

    private static Dictionary<string, Type> Builders(Type service) => service.GetNestedTypes(BindingFlags.NonPublic)
        .Select(machine => (machine.Name, Field: machine.GetField("<>t__builder", (BindingFlags)(-1))))
        .Where(machine => machine.Field is not null)
        .ToDictionary(
            machine => machine.Name.StartsWith("<<", StringComparison.Ordinal) ? machine.Name[..(machine.Name.IndexOf('|', StringComparison.Ordinal) + 1)] : machine.Name[..(machine.Name.IndexOf('>', StringComparison.Ordinal) + 1)],
            machine => machine.Field!.FieldType.IsGenericType ? machine.Field.FieldType.GetGenericTypeDefinition() : machine.Field.FieldType);
}
