using System.Diagnostics.CodeAnalysis;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Signatures;

public partial class Nullability
{
    private string? _name;

    [MonitoredOperation]
    public bool TryGet(string key, [NotNullWhen(true)] out string? value, [MaybeNullWhen(false)] out Version version)
    {
        value = key.Length > 0 ? key : null;
        version = value is null ? null : new Version(1, 0);
        return value is not null;
    }

    [DoesNotReturn]
    [MonitoredOperation]
    public static void Fail(string message) => throw new InvalidOperationException(message);

    [MemberNotNull(nameof(_name))]
    [MonitoredOperation]
    public void Name(string name) => _name = name;

    [return: NotNullIfNotNull(nameof(text))]
    [MonitoredOperation]
    public static string? Upper(string? text) => text?.ToUpperInvariant();

    [MonitoredOperation]
    public static T? OrDefault<T>(T? value, bool keep) => keep ? value : default;

    [MonitoredOperation]
    public static T Pick<T>(T? value, T fallback)
        where T : struct => value ?? fallback;

#nullable disable
    [MonitoredOperation]
    public static string Oblivious(string text, List<string> others) => text ?? others?[0];
#nullable restore

    /// <summary>Compiles only while the flow attributes are those of the declarations.</summary>
    public int Use(string key)
    {
        if (!TryGet(key, out var value, out var version))
        {
            Fail("no value");
        }

        Name(value);
        return _name.Length + version.Major + Upper(value).Length;
    }
}

public static class NullabilityScenarios
{
    [Scenario("nullable annotations and flow attributes ([NotNullWhen], [DoesNotReturn], [MemberNotNull])")]
    [Calls("Nullability.TryGet", 2)]
    [Calls("Nullability.Fail", 1, Failures = 1)]
    [Calls("Nullability.Name", 1)]
    [Calls("Nullability.Upper", 1)]
    [Calls("Nullability.OrDefault", 2)]
    [Calls("Nullability.Pick", 2)]
    [Calls("Nullability.Oblivious", 1)]
    public static void Flow(Observer see)
    {
        var service = new Nullability();
        see.That("use", service.Use("key"));
        see.Throws("fail", () => service.Use(""));
        see.That("or default", Nullability.OrDefault("x", keep: false));
        see.That("or default of a struct", Nullability.OrDefault(5, keep: false));
        see.That("pick", Nullability.Pick(null, 4) + Nullability.Pick(2, 4));
        see.That("oblivious", Nullability.Oblivious(null, ["o"]));
    }
}
