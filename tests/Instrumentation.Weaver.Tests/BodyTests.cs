using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>Every kind of method: afterwards its callers meet the wrapper, and the wrapper meets what the author wrote.</summary>
public sealed class BodyTests
{
    [Theory, ClassData(typeof(AllFlavours))]
    public void OrdinaryMethods_OfEveryKindOfType(Flavour flavour)
    {
        using var subject = Weave(flavour, """
            public static class Subject
            {
                public static string Run()
                {
                    var generic = new Box<string>();
                    var value = new Tally();
                    value.Add(2);
                    value.Add(3);
                    Func<int, int> group = new Service().Twice;
                    return string.Join(' ', group(4), generic.Pick<int, List<int>>(7, new() { 8 }).Count, value.Sum, Util.Half(9),
                        ((IShape)new Square()).Area(3), new Derived().Name(), ((Base)new Derived()).Name());
                }
            }
            public partial class Service { public int Twice(int x) => x * 2; }
            public partial class Service { [Wraps("Twice", "Twice__Body")] private int W(int x) => Seen.Then("Twice", Twice__Body(x)); private int Twice__Body(int x) => throw null!; }
            public partial class Box<T> where T : class { public V Pick<K, V>(K key, V value) where V : class, new() { return value; } }
            public partial class Box<T> { [Wraps("Pick", "Pick__Body")] private V W<K, V>(K key, V value) where V : class, new() { Seen.Calls.Add("Pick"); return Pick__Body<K, V>(key, value); } private V Pick__Body<K, V>(K key, V value) where V : class, new() => throw null!; }
            public partial struct Tally { public int Sum; public void Add(int by) { Sum += by; this = new Tally { Sum = Sum }; } }
            public partial struct Tally { [Wraps("Add", "Add__Body")] private void W(int by) { Seen.Calls.Add("Add"); Add__Body(by); } private void Add__Body(int by) => throw null!; }
            public static partial class Util { public static int Half(int x) { var half = x; for (var i = 0; i < 1; i++) { half /= 2; } return half; } }
            public static partial class Util { [Wraps("Half", "Half__Body")] private static int W(int x) => Seen.Then("Half", Half__Body(x)); private static int Half__Body(int x) => throw null!; }
            public partial interface IShape { int Area(int side) => side * side; }
            public partial interface IShape { [Wraps("Area", "Area__Body")] private int W(int side) => Seen.Then("Area", Area__Body(side)); private int Area__Body(int side) => throw null!; }
            public class Square : IShape;
            public partial class Base { public virtual string Name() => "base"; }
            public partial class Derived : Base { public override string Name() => "derived+" + base.Name(); }
            public partial class Base { [Wraps("Name", "Name__Body")] private string W() => Seen.Then("Base.Name", Name__Body()); private string Name__Body() => throw null!; }
            public partial class Derived { [Wraps("Name", "Name__Body")] private string W() => Seen.Then("Derived.Name", Name__Body()); private string Name__Body() => throw null!; }
            """);

        Assert.Equal("8 1 5 4 9 derived+base derived+base", subject.Run());
        Assert.Equal(["Add", "Add", "Twice", "Pick", "Half", "Area", "Base.Name", "Derived.Name", "Base.Name", "Derived.Name"], subject.Calls);
    }

    [Theory, ClassData(typeof(AllFlavours))]
    public void Signatures_ByReference_Spans_Pointers_Modifiers(Flavour flavour)
    {
        using var subject = Weave(flavour, """
            public static unsafe class Subject
            {
                public static string Run()
                {
                    var s = new Service();
                    var number = 1;
                    s.Bump(ref number, out var text, 5);
                    ref var slot = ref s.Slot(0);
                    slot = 40;
                    int raw = 6;
                    return string.Join(' ', number, text, s.Slot(0), s.Total(stackalloc int[] { 1, 2, 3 }), s.Raw(&raw, &Twice), s.Pair((1, "a")).right, new Over().In(in number));
                }
                private static int Twice(int x) => x * 2;
            }
            public unsafe partial class Service
            {
                private readonly int[] _slots = new int[2];
                public void Bump(ref int number, out string text, in int by) { number += by; text = "n" + number; }
                public ref int Slot(int index) => ref _slots[index];
                public int Total(scoped ReadOnlySpan<int> values) { var total = 0; foreach (var value in values) total += value; return total; }
                public int Raw(int* pointer, delegate*<int, int> function) => function(*pointer);
                public (int left, string right) Pair((int, string) pair) => pair;
            }
            public unsafe partial class Service
            {
                [Wraps("Bump", "Bump__Body")] private void W1(ref int number, out string text, in int by) { Seen.Calls.Add("Bump"); Bump__Body(ref number, out text, in by); }
                private void Bump__Body(ref int number, out string text, in int by) => throw null!;
                [Wraps("Slot", "Slot__Body")] private ref int W2(int index) { Seen.Calls.Add("Slot"); return ref Slot__Body(index); }
                private ref int Slot__Body(int index) => throw null!;
                [Wraps("Total", "Total__Body")] private int W3(scoped ReadOnlySpan<int> values) => Seen.Then("Total", Total__Body(values));
                private int Total__Body(scoped ReadOnlySpan<int> values) => throw null!;
                [Wraps("Raw", "Raw__Body")] private int W4(int* pointer, delegate*<int, int> function) => Seen.Then("Raw", Raw__Body(pointer, function));
                private int Raw__Body(int* pointer, delegate*<int, int> function) => throw null!;
                [Wraps("Pair", "Pair__Body")] private (int left, string right) W5((int, string) pair) => Seen.Then("Pair", Pair__Body(pair));
                private (int left, string right) Pair__Body((int, string) pair) => throw null!;
            }
            // An "in" parameter of a virtual method has a modreq that the private twin's lacks.
            public partial class Over { public virtual int In(in int x) => x + 100; }
            public partial class Over { [Wraps("In", "In__Body")] private int W(in int x) => Seen.Then("In", In__Body(in x)); private int In__Body(in int x) => throw null!; }
            """);

        Assert.Equal("6 n6 40 6 12 a 106", subject.Run());
        Assert.Equal(["Bump", "Slot", "Slot", "Total", "Raw", "Pair", "In"], subject.Calls);
    }

    [Theory, ClassData(typeof(AllFlavours))]
    public void Members_Overloads_Accessors_Operators_ExplicitImplementations(Flavour flavour)
    {
        using var subject = Weave(flavour, """
            public static class Subject
            {
                public static string Run()
                {
                    var s = new Service { Level = 3 };
                    IPair<int, string> pair = s;
                    return string.Join(' ', s.Act(1), s.Act("x"), s.Act(1L), s.Act<int>(1), s.Level, s[2], (int)s, (string)s, pair.Join(1, "b"));
                }
            }
            public interface IPair<A, B> { string Join(A a, B b); }
            public partial class Service : IPair<int, string>
            {
                private int _level;
                public string Act(int x) => "int";
                public string Act(string x) => "string";
                public string Act(long x) => "long";
                public string Act<T>(T x) => "T";
                public int Level { get => _level; init => _level = value * 10; }
                public int this[int i] => i * i;
                public static explicit operator int(Service s) => 1;
                public static explicit operator string(Service s) => "str";
                string IPair<int, string>.Join(int a, string b) => a + b;
            }
            public partial class Service
            {
                [Wraps("Act", "Act__Body")] private string W1(int x) => Seen.Then("int", Act__Body(x)); private string Act__Body(int x) => throw null!;
                [Wraps("Act", "Act__Body")] private string W2(string x) => Seen.Then("string", Act__Body(x)); private string Act__Body(string x) => throw null!;
                [Wraps("Act", "Act__Body2")] private string W3<T>(T x) => Seen.Then("T", Act__Body2<T>(x)); private string Act__Body2<T>(T x) => throw null!;
                [Wraps("get_Level", "Get__Body")] private int W4() => Seen.Then("get", Get__Body()); private int Get__Body() => throw null!;
                [Wraps("set_Level", "Set__Body")] private void W5(int value) { Seen.Calls.Add("set"); Set__Body(value); } private void Set__Body(int value) => throw null!;
                [Wraps("get_Item", "Item__Body")] private int W6(int i) => Seen.Then("item", Item__Body(i)); private int Item__Body(int i) => throw null!;
                [Wraps("op_Explicit", "Op__Body")] private static int W7(Service s) => Seen.Then("op int", Op__Body(s)); private static int Op__Body(Service s) => throw null!;
                [Wraps("op_Explicit", "Op__Body2")] private static string W8(Service s) => Seen.Then("op string", Op__Body2(s)); private static string Op__Body2(Service s) => throw null!;
                [Wraps("IPair<System.Int32,System.String>.Join", "Join__Body")] private string W9(int a, string b) => Seen.Then("join", Join__Body(a, b)); private string Join__Body(int a, string b) => throw null!;
            }
            """);

        Assert.Equal("int string long T 30 4 1 str 1b", subject.Run());
        Assert.Equal(["set", "int", "string", "T", "get", "item", "op int", "op string", "join"], subject.Calls);
    }

    [Theory, ClassData(typeof(AllFlavours))]
    public void Iterators_StayLazy(Flavour flavour)
    {
        using var subject = Weave(flavour, """
            public static class Subject { public static string Run() => string.Join(' ', ((IPair<int, string>)new Service()).Count(3)); }
            public interface IPair<A, B> { IEnumerable<A> Count(int to); }
            public partial class Service : IPair<int, string> { IEnumerable<int> IPair<int, string>.Count(int to) { Seen.Calls.Add("moved"); try { for (var i = 0; i < to; i++) yield return i; } finally { Seen.Calls.Add("done"); } } }
            public partial class Service
            {
                [Wraps("IPair<System.Int32,System.String>.Count", "Count__Body")] private IEnumerable<int> W(int to) { var result = Count__Body(to); Seen.Calls.Add("made"); return result; }
                private IEnumerable<int> Count__Body(int to) => throw null!;
            }
            """);

        Assert.Equal("0 1 2", subject.Run());
        Assert.Equal(["made", "moved", "done"], subject.Calls);
        var methods = subject.Type("Service").GetMethods((System.Reflection.BindingFlags)(-1));
        Assert.Equal(
            ["IPair<System.Int32,System.String>.Count"],
            methods.Where(method => method.IsDefined(typeof(System.Runtime.CompilerServices.IteratorStateMachineAttribute), false)).Select(method => method.Name));
    }

    [Theory, ClassData(typeof(AllFlavours))]
    public void CurrentMethod_IsTheOneInTheSource(Flavour flavour)
    {
        using var subject = Weave(flavour, """
            public static class Subject
            {
                public static string Run() => new Service<string>().Me<int>(true) + " | " + new Service<string>().Me<int>(false);
            }
            public partial class Service<T>
            {
                public string Me<U>(bool far)
                {
                    var tries = 0;
                    while (tries < 3)
                    {
                        if (far) { tries++; continue; }
                        switch (tries++) { case 0: Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); Filler(); break; }
                        try { Seen.Calls.Add(MethodBase.GetCurrentMethod()!.Name); } finally { tries += 0; }
                    }
                    return MethodBase.GetCurrentMethod()! + " of " + MethodBase.GetCurrentMethod()!.DeclaringType;
                }
                private static void Filler() { }
            }
            public partial class Service<T> { [Wraps("Me", "Me__Body")] private string W<U>(bool far) => Me__Body<U>(far); private string Me__Body<U>(bool far) => throw null!; }
            """);

        Assert.Equal("System.String Me[U](Boolean) of Service`1[T] | System.String Me[U](Boolean) of Service`1[T]", subject.Run());
        Assert.Equal(["Me", "Me", "Me"], subject.Calls);
    }

    [Fact]
    public void OnlyTheTwinIsLeft()
    {
        using var subject = Weave(Flavour.ReleasePortable, """
            public static partial class Subject { public static int Run() => 1; }
            public static partial class Subject { [Wraps("Run", "Run__Body")] private static int Run__Monitored() => Run__Body(); private static int Run__Body() => throw null!; }
            """);

        Assert.Equal(["Run", "Run__Body"], subject.Type("Subject").GetMethods((System.Reflection.BindingFlags)(-1)).Where(m => m.DeclaringType!.Name == "Subject").Select(m => m.Name));
        Assert.Equal(true, subject.Type("Registration").GetMethod("IsWoven")!.Invoke(null, null));
    }

    private static Loaded Weave(Flavour flavour, string source) => new(Compiled.From(source, flavour).Woven());
}
