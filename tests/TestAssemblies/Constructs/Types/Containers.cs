using Constructs.Harness;
using Instrumentation;

namespace Constructs.Types;

public static partial class Utilities
{
    [MonitoredOperation]
    public static string Reverse(string text) => string.Concat(text.Reverse());

    [MonitoredOperation]
    public static string Reversed(this string text, bool twice) => twice ? Reverse(Reverse(text)) : Reverse(text);
}

public partial interface IGreeter
{
    string Name { get; }

    [MonitoredOperation]
    string Greet(string greeting) => $"{greeting} {Name}";

    [MonitoredOperation]
    static string Shout(string text) => text.ToUpperInvariant();

    [MonitoredOperation]
    private string Whisper() => Name.ToLowerInvariant();

    string Secret() => Whisper();
}

public sealed class Greeter : IGreeter
{
    public string Name => "World";
}

public sealed class LoudGreeter : IGreeter
{
    public string Name => "World";

    public string Greet(string greeting) => "!!!";
}

public partial class Host
{
    private partial class Hidden(int seed)
    {
        [MonitoredOperation]
        internal int Next() => ++seed;

        protected internal partial struct Deeper
        {
            [MonitoredOperation]
            public static Hidden Make(int seed) => new(seed);
        }
    }

    public static int Run()
    {
        var hidden = Hidden.Deeper.Make(5);
        return hidden.Next() + hidden.Next();
    }
}

public static class ContainersScenarios
{
    [Scenario("static class", "extension method")]
    [Calls("Utilities.Reverse", 4)]
    [Calls("Utilities.Reversed", 2)]
    public static void Static_class_and_extension(Observer see)
    {
        see.That("reverse", Utilities.Reverse("abc"));
        see.That("extension", "abc".Reversed(twice: true) + "xyz".Reversed(twice: false));
    }

    [Scenario("interface", "default interface method")]
    [Calls("IGreeter.Greet", 1)]
    [Calls("IGreeter.Shout", 1)]
    [Calls("IGreeter.Whisper", 1)]
    public static void Default_interface_methods(Observer see)
    {
        IGreeter greeter = new Greeter();
        see.That("default", greeter.Greet("Hello"));
        see.That("replaced", ((IGreeter)new LoudGreeter()).Greet("Hello"));
        see.That("static", IGreeter.Shout("hey"));
        see.That("private", greeter.Secret());
    }

    [Scenario("nested private type")]
    [Calls("Host.Hidden.Next", 2)]
    [Calls("Host.Hidden.Deeper.Make", 1)]
    public static void Nested_private_type(Observer see) => see.That("run", Host.Run());
}
