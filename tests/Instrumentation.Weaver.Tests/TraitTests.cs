using System.Diagnostics;
using System.Reflection;
using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>Implementation flags and attributes go where they keep their meaning.</summary>
public sealed class TraitTests
{
    private const BindingFlags Any = (BindingFlags)(-1);

    [Theory]
    [InlineData(MethodImplAttributes.NoInlining, MethodImplAttributes.NoInlining, MethodImplAttributes.NoInlining)]
    [InlineData(MethodImplAttributes.AggressiveInlining, MethodImplAttributes.IL, MethodImplAttributes.AggressiveInlining)]
    [InlineData(MethodImplAttributes.AggressiveOptimization, MethodImplAttributes.IL, MethodImplAttributes.AggressiveOptimization)]
    [InlineData(MethodImplAttributes.NoOptimization, MethodImplAttributes.NoInlining, MethodImplAttributes.NoOptimization)]
    [InlineData(MethodImplAttributes.Synchronized, MethodImplAttributes.IL, MethodImplAttributes.Synchronized)]
    [InlineData(MethodImplAttributes.IL, MethodImplAttributes.IL, MethodImplAttributes.IL)]
    public void ImplementationFlags(MethodImplAttributes written, MethodImplAttributes onMethod, MethodImplAttributes onTwin)
    {
        using var subject = Weave($$"""
            public partial class Service { [MethodImpl((MethodImplOptions){{(int)written}})] public void Act() { } }
            public partial class Service { [Wraps("Act", "Act__Body")] private void W() { Act__Body(); } private void Act__Body() => throw null!; }
            """);

        Assert.Equal(onMethod, subject.Type("Service").GetMethod("Act", Any)!.MethodImplementationFlags);
        Assert.Equal(onTwin, subject.Type("Service").GetMethod("Act__Body", Any)!.MethodImplementationFlags);
    }

    [Fact]
    public void Synchronized_StillLocks()
    {
        using var subject = Weave("""
            public static class Subject { public static bool Run() => new Service().Act(); }
            public partial class Service { [MethodImpl(MethodImplOptions.Synchronized)] public bool Act() => Monitor.IsEntered(this); }
            public partial class Service { [Wraps("Act", "Act__Body")] private bool W() => Act__Body(); private bool Act__Body() => throw null!; }
            """);

        Assert.Equal(true, subject.Run());
    }

    [Fact]
    public void DebuggerAttributes_OfTheBodyAndOfTheWrapper_BothHold_AndOthersStay()
    {
        using var subject = Weave("""
            using System.Diagnostics;
            public partial class Service { [DebuggerHidden] [Obsolete("kept")] public void Act([CallerMemberName] string from = "") { } }
            public partial class Service { [DebuggerStepThrough] [Wraps("Act", "Act__Body")] private void W(string from) { Act__Body(from); } private void Act__Body(string from) => throw null!; }
            """);

        var method = subject.Type("Service").GetMethod("Act", Any)!;
        var twin = subject.Type("Service").GetMethod("Act__Body", Any)!;
        Assert.True(method.IsDefined(typeof(DebuggerHiddenAttribute)));
        Assert.True(method.IsDefined(typeof(DebuggerStepThroughAttribute)));
        Assert.Equal("kept", method.GetCustomAttribute<ObsoleteAttribute>()!.Message);
        Assert.True(method.GetParameters()[0].IsDefined(typeof(System.Runtime.CompilerServices.CallerMemberNameAttribute)));
        Assert.True(twin.IsDefined(typeof(DebuggerHiddenAttribute)));
        Assert.False(twin.IsDefined(typeof(ObsoleteAttribute)));
    }

    [Fact]
    public void Resources_Constants_Attributes_AndStaticData_AreKept()
    {
        using var subject = Weave("""
            [assembly: AssemblyMetadata("key", "value")]
            [module: Marker(DayOfWeek.Friday, typeof(List<int>), new[] { "a", null! })]
            [assembly: TypeForwardedTo(typeof(System.Net.Http.HttpClient))]
            public sealed class MarkerAttribute(DayOfWeek day, Type type, string[] names) : Attribute { public string Text => day + " " + type.Name + " " + names.Length; }
            public static partial class Subject
            {
                public const long Big = 1L << 40;
                public static string Run() => string.Join(' ', Table[2], Wide[1], Big, typeof(Subject).Module.GetCustomAttribute<MarkerAttribute>()!.Text, typeof(Subject).Assembly.GetCustomAttribute<AssemblyMetadataAttribute>()!.Value);
                private static ReadOnlySpan<byte> Table => [1, 2, 3, 4, 5, 6, 7, 8, 9];
                private static ReadOnlySpan<long> Wide => [1, 1L << 50, 3];
            }
            public static partial class Subject { [Wraps("Run", "Run__Body")] private static string W() => Seen.Then("Run", Run__Body()); private static string Run__Body() => throw null!; }
            """);

        Assert.Equal("3 1125899906842624 1099511627776 Friday List`1 2 value", subject.Run());
        Assert.Contains(subject.Assembly.GetForwardedTypes(), type => type.Name == "HttpClient");
    }

    private static Loaded Weave(string source) => new(Compiled.From(source).Woven());
}
