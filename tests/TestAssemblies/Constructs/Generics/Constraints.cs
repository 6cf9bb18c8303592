using System.Runtime.CompilerServices;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Generics;

public partial class Constraints
{
    [MonitoredOperation]
    public string Class<T>(T? value)
        where T : class => value is null ? "none" : typeof(T).Name;

    [MonitoredOperation]
    public string NullableClass<T>(T value)
        where T : class? => value is null ? "none" : typeof(T).Name;

    [MonitoredOperation]
    public string Struct<T>(T? value)
        where T : struct => value is null ? "none" : typeof(T).Name;

    [MonitoredOperation]
    public int Unmanaged<T>(T value)
        where T : unmanaged => Unsafe.SizeOf<T>();

    [MonitoredOperation]
    public int NotNull<T>(T value)
        where T : notnull => value.GetHashCode();

    [MonitoredOperation]
    public T New<T>()
        where T : class, IDisposable, new() => new T();

    [MonitoredOperation]
    public string Base<T, TElement>(T value, TElement element)
        where T : List<TElement>, IEnumerable<TElement>
        where TElement : IComparable<TElement>, IFormattable?
    {
        value.Add(element);
        return value.Max()!.ToString(null, null);
    }

    [MonitoredOperation]
    public int RefStruct<T>(scoped T value)
        where T : ISized, allows ref struct => value.Size;

    [MonitoredOperation]
    public string Enum<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString();

    [MonitoredOperation]
    public static T Sum<T>(params T[] items)
        where T : System.Numerics.INumber<T>
    {
        var sum = T.Zero;
        foreach (var item in items)
        {
            sum += item;
        }

        return sum;
    }
}

public interface ISized
{
    int Size { get; }
}

public readonly ref struct SizedSpan(Span<byte> bytes) : ISized
{
    public int Size { get; } = bytes.Length;
}

/// <summary>Where only <c>default</c> can say which <c>T?</c> an override means.</summary>
public abstract class Defaulted
{
    public abstract string Of<T>(T? value);

    public abstract string OfClass<T>(T? value)
        where T : class;
}

public partial class DefaultedOverride : Defaulted
{
    [MonitoredOperation]
    public override string Of<T>(T? value)
        where T : default => value is null ? "none" : "some";

    [MonitoredOperation]
    public override string OfClass<T>(T? value)
        where T : class => value is null ? "none" : "some";
}

public static class ConstraintsScenarios
{
    private const string Item = "every constraint (class, struct, unmanaged, notnull, new(), base, default, `allows ref struct`)";

    [Scenario(Item)]
    [Calls("Constraints.Class", 2)]
    [Calls("Constraints.NullableClass", 1)]
    [Calls("Constraints.Struct", 2)]
    [Calls("Constraints.Unmanaged", 1)]
    [Calls("Constraints.NotNull", 1)]
    [Calls("Constraints.New", 1)]
    [Calls("Constraints.Base", 1)]
    [Calls("Constraints.RefStruct", 2)]
    [Calls("Constraints.Enum", 1)]
    [Calls("Constraints.Sum", 2)]
    public static void Every_constraint(Observer see)
    {
        var service = new Constraints();
        see.That("class", service.Class("s") + service.Class<Version>(null));
        see.That("class?", service.NullableClass<string?>(null));
        see.That("struct", service.Struct<int>(4) + service.Struct<Guid>(null));
        see.That("unmanaged", service.Unmanaged((1, 2L)));
        see.That("notnull", service.NotNull(17));
        see.That("new", service.New<MemoryStream>().Length);
        see.That("base", service.Base<List<int>, int>([1, 9], 5));
        see.That("ref struct", service.RefStruct(new SizedSpan(stackalloc byte[3])));
        see.That("boxed", service.RefStruct<ISized>(new Sized()));
        see.That("enum", service.Enum(DayOfWeek.Friday));
        see.That("static abstract", Constraints.Sum(1, 2, 3) + Constraints.Sum(1.5, 2.5));
    }

    [Scenario(Item, "virtual, override, base call, covariant return, sealed override, new")]
    [Calls("DefaultedOverride.Of", 2)]
    [Calls("DefaultedOverride.OfClass", 1)]
    public static void Default_constraint_of_an_override(Observer see)
    {
        Defaulted service = new DefaultedOverride();
        see.That("of", service.Of<string>(null) + service.Of(3));
        see.That("of class", service.OfClass("x"));
    }

    private sealed class Sized : ISized
    {
        public int Size => 100;
    }
}
