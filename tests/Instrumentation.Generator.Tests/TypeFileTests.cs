using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests;

public sealed class TypeFileTests
{
    [Fact]
    public void Method_with_labels()
    {
        var run = GeneratorRun.Clean("""
            namespace Game;

            public enum WeaponType { Rifle, ShotGun, [LabelValue("blade")] Knife }

            public partial class CombatService
            {
                [MonitoredOperation]
                public int Act(int target, [MetricLabel] WeaponType weapon, [MetricLabel("crit")] bool critical, [MetricLabel(Limit = 50)] string map) => target;
            }
            """);
        Snapshot.Verify(run.File("Game.CombatService.g.cs"));
        Snapshot.Verify(run.Registration(), "Registration");
    }

    [Fact]
    public void Synchronous_methods() => Verify("""
        namespace Game;

        public partial struct Position<T> where T : unmanaged
        {
            [MonitoredOperation]
            public readonly bool TryRead(scoped ReadOnlySpan<T> from, out T value, int call = 0) { value = default; return false; }

            [MonitoredOperation("Position.Find", SampleEvery = 64, Trace = false)]
            public static ref readonly U Find<U>(U[] all, in int index) where U : IComparable<U> => throw new NotSupportedException();
        }
        """, "Game.Position_1.g.cs");

    [Fact]
    public void Asynchronous_methods_and_iterators() => Verify("""
        namespace Game;

        public partial class Lobby
        {
            [MonitoredOperation(Metric = "lobby_join_seconds", Help = "How long joining takes.", Buckets = new[] { 0.001, 0.25, 1, 5e-05 * 1e6 })]
            public async Task<bool> JoinAsync(int player, [MetricLabel] bool? ranked) { await Task.Yield(); return true; }

            [MonitoredOperation] public async void Leave() => await Task.Yield();
            [MonitoredOperation] public Task PingAsync() => Task.CompletedTask;
            [MonitoredOperation] public ValueTask<int> CountAsync() => new(1);
            [MonitoredOperation] public IEnumerable<int> Players([MetricLabel(Values = new[] { "eu", "us" })] string region) { yield return 1; }
        }
        """, "Game.Lobby.g.cs");

    [Fact]
    public void Runtime_async_methods()
    {
        var options = TestCompilation.ParseOptions.WithFeatures([new("runtime-async", "on")]);
        var run = GeneratorRun.Clean(TestCompilation.Create([TestCompilation.Parse(TestCompilation.Usings + """
            #pragma warning disable SYSLIB5007
            public partial class Lobby
            {
                [MonitoredOperation] public async Task<bool> JoinAsync(int player) { await Task.Yield(); return true; }
                [MonitoredOperation] public async ValueTask LeaveAsync() => await Task.Yield();
            }
            """, options: options)]));
        Snapshot.Verify(run.File("Lobby.g.cs"));
    }

    [Fact]
    public void Second_door() => Verify("""
        namespace Game
        {
            public static partial class Shop
            {
                public enum Currency { Gold = 1, Gems = 2 }

                [MonitoredOperation]
                public static partial Task<int?> BuyAsync<T>(this T item, [MetricLabel] Currency currency, params string[] options) where T : notnull;

                private static async Task<int?> BuyAsyncCore<T>(T item, Currency currency, string[] options) where T : notnull { await Task.Yield(); return 1; }

                [MonitoredOperation]
                public static partial int Refused([MetricLabel] int price);

                private static int RefusedCore(int price) => price;

                [MonitoredOperation]
                public static partial int Missing();
            }
        }
        """, "Game.Shop.g.cs");

    [Fact]
    public void Members_of_all_kinds() => Verify("""
        namespace Game;

        public partial interface IArena { int this[int index] { get; } void Open<T>(T? key) where T : class; }

        public partial class Outer<TKey>
        {
            private partial record Arena(string Name) : IArena
            {
                int IArena.this[int index] { [MonitoredOperation] get => index; }
                [MonitoredOperation] void IArena.Open<T>(T? key) where T : class { }
                [MonitoredOperation] public static Arena operator +(Arena left, Arena right) => left;
                public int Size { [MonitoredOperation] get; [MonitoredOperation] set; }
            #nullable disable
                [MonitoredOperation] public string Oblivious(Dictionary<TKey, string> old) => null;
            #nullable enable
            }
        }
        """, "Game.Outer_1.Arena.g.cs");

    [Fact]
    public void Type_with_overloads() => Verify("""
        namespace Game;

        [MonitoredOperation("Fight", SampleEvery = 2)]
        public partial class Combat
        {
            public void Hit() { }
            public void Hit(int damage) { }
            [MonitoredOperation(SampleEvery = 1)] public void Hit(string name) { }
            [MonitoredOperation("Combat.Hit")] public void Hit(ref int damage) { }
            [NotMonitored] public void Dodge() { }
            internal void Hidden() { }
        }
        """, "Game.Combat.g.cs");

    private static void Verify(string source, string hintName, [System.Runtime.CompilerServices.CallerMemberName] string method = "") =>
        Snapshot.Verify(GeneratorRun.Clean(source).File(hintName), method: method);
}
