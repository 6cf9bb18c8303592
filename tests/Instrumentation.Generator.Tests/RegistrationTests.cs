using Instrumentation.Generator.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

public sealed class RegistrationTests
{
    private const string Library = "namespace Library { public partial class Service { [MonitoredOperation] public void M() { } } }";

    [Fact]
    public void Nothing_is_generated_where_nothing_is_annotated()
    {
        Assert.Empty(GeneratorRun.Clean("public partial class C { public void M() { } }").Files);
        Assert.Empty(GeneratorRun.Clean(Program("")).Files);
    }

    [Fact]
    public void Executable_registers_the_operations_of_assemblies_it_refers_to()
    {
        var run = GeneratorRun.Clean(Program("", Reference(Library), Reference("public class Plain;", "Plain")));
        var file = Assert.Single(run.Files);
        Snapshot.Verify(file.SourceText.ToString());
    }

    [Fact]
    public void Library_leaves_that_to_the_executable()
    {
        var library = TestCompilation.Create(
            [TestCompilation.Parse(TestCompilation.Usings + "public partial class C { [MonitoredOperation] public void M() { } }")],
            name: "Second",
            references: Reference(Library));
        Assert.DoesNotContain("RunModuleConstructor", GeneratorRun.Clean(library).Registration(), StringComparison.Ordinal);
    }

    [Fact]
    public void Types_that_cannot_be_named_are_not()
    {
        var library = """
            namespace A
            {
                [Obsolete] public class Old;
                internal partial class Inner { [MonitoredOperation] public void M() { } }
                public partial class Generic<T> { [MonitoredOperation] public void M() { } }
                public class Twice;
            }
            """;
        var program = Program("", Reference(library, "One"), Reference("namespace A { public class Generic; } ", "Two"));
        Assert.Contains("typeof(global::A.Generic<>)", GeneratorRun.Clean(program).Registration(), StringComparison.Ordinal);

        var hidden = Reference("internal partial class Inner { [MonitoredOperation] public void M() { } }", "Hidden");
        Assert.Empty(GeneratorRun.Clean(Program("", hidden)).Files);

        var aliased = Reference(Library, "Aliased").WithAliases(["other"]);
        Assert.Empty(GeneratorRun.Clean(Program("", aliased)).Files);
    }

    [Fact]
    public void Order_is_ordinal_and_partial_methods_alone_need_no_weaver()
    {
        var run = GeneratorRun.Clean("""
            namespace B { public partial class One { [MonitoredOperation] public partial void M(); private void MCore() { } } }
            namespace a { public partial class Two { [MonitoredOperation] public partial void M(); private void MCore() { } } }
            namespace A { public partial class Two { [MonitoredOperation] public partial void M(); private void MCore() { } } }
            """);
        Snapshot.Verify(run.Registration());
    }

    [Fact]
    public void Assembly_defaults_go_into_every_operation()
    {
        var code = GeneratorRun.Clean("""
            [assembly: InstrumentationDefaults(Prefix = "arena", Service = "match \"maker\"")]
            public partial class C { [MonitoredOperation] public void M() { } }
            """).File("C.g.cs");
        Assert.Contains("Prefix = \"arena\",", code, StringComparison.Ordinal);
        Assert.Contains("Service = \"match \\\"maker\\\"\",", code, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My.Game-Server", "My_Game_Server")]
    [InlineData("7Days", "Of7Days")]
    [InlineData("Größe 2", "Größe_2")]
    public void Assembly_names_become_identifiers(string name, string identifier)
    {
        var compilation = TestCompilation.Create(
            [TestCompilation.Parse(TestCompilation.Usings + "public partial class C { [MonitoredOperation] public void M() { } }")], name: name);
        Assert.Contains($"namespace Instrumentation.Generated.{identifier}\n", GeneratorRun.Clean(compilation).Registration(), StringComparison.Ordinal);
    }

    private static Microsoft.CodeAnalysis.CSharp.CSharpCompilation Program(string members, params MetadataReference[] references) =>
        TestCompilation.Create(
            [TestCompilation.Parse(TestCompilation.Usings + $"public static class Program {{ {members} public static void Main() {{ }} }}")],
            OutputKind.ConsoleApplication,
            "Program",
            references);

    private static MetadataReference Reference(string source, string name = "Library")
    {
        var library = TestCompilation.Create([TestCompilation.Parse("#pragma warning disable CS8019\n" + TestCompilation.Usings + source)], name: name);
        using var stream = new MemoryStream();
        Assert.True(GeneratorRun.Clean(library).Output.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
