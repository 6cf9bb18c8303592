using System.Diagnostics.CodeAnalysis;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Signatures;

public partial class RefStructs
{
    private readonly int[] _store = [1, 2, 3, 4];

    [MonitoredOperation]
    public int Sum(scoped ReadOnlySpan<int> items)
    {
        var sum = 0;
        foreach (var item in items)
        {
            sum += item;
        }

        return sum;
    }

    [MonitoredOperation]
    public Span<int> Slice(int from) => _store.AsSpan(from);

    [MonitoredOperation]
    public static Span<T> Tail<T>(Span<T> items) => items[1..];

    [MonitoredOperation]
    public static ReadOnlySpan<char> Longer(ReadOnlySpan<char> left, scoped ReadOnlySpan<char> right) =>
        left.Length >= right.Length ? left : default;

    [MonitoredOperation]
    public static void Fill(ref Span<int> items, out ReadOnlySpan<int> filled)
    {
        items.Fill(7);
        items = items[..2];
        filled = items;
    }

    [MonitoredOperation]
    public static Cursor Move(scoped ref Cursor cursor, int by)
    {
        cursor.Position += by;
        return new Cursor { Position = cursor.Position };
    }
}

public ref partial struct Cursor
{
    public int Position;
    public Span<int> Items;

    [MonitoredOperation]
    public void Advance() => Position++;

    [UnscopedRef]
    [MonitoredOperation]
    public ref int Where() => ref Position;

    [MonitoredOperation]
    public readonly ref int Current() => ref Items[Position];
}

public static class RefStructsScenarios
{
    [Scenario("Span and other ref-struct parameters and results", "scoped, [UnscopedRef]")]
    [Calls("RefStructs.Sum", 2)]
    [Calls("RefStructs.Slice", 1)]
    [Calls("RefStructs.Tail", 1)]
    [Calls("RefStructs.Longer", 2)]
    [Calls("RefStructs.Fill", 1)]
    public static void Spans(Observer see)
    {
        var service = new RefStructs();
        see.That("sum", service.Sum(stackalloc int[] { 1, 2, 3 }));
        var slice = service.Slice(2);
        slice[0] = 30;
        see.That("written through", service.Sum(service.Slice0()));
        see.That("tail", RefStructs.Tail<char>(['a', 'b', 'c']).ToArray());
        see.That("longer", RefStructs.Longer("left", stackalloc char[2]).ToString());
        see.That("shorter", RefStructs.Longer("l", stackalloc char[2]).ToString());
        Span<int> items = new int[4];
        RefStructs.Fill(ref items, out var filled);
        see.That("filled", filled.ToArray());
        see.That("narrowed", items.Length);
    }

    [Scenario("Span and other ref-struct parameters and results", "readonly struct, ref struct, record, record struct", "scoped, [UnscopedRef]")]
    [Calls("RefStructs.Move", 1)]
    [Calls("Cursor.Advance", 2)]
    [Calls("Cursor.Where", 1)]
    [Calls("Cursor.Current", 2)]
    public static void Ref_struct_members(Observer see)
    {
        var cursor = new Cursor { Items = new[] { 5, 6, 7, 8, 9 } };
        cursor.Advance();
        cursor.Advance();
        see.That("position", cursor.Position);
        cursor.Where() = 1;
        see.That("set by reference", cursor.Position);
        cursor.Current() = 60;
        see.That("item", cursor.Current());
        see.That("moved", RefStructs.Move(ref cursor, 3).Position);
        see.That("moved in place", cursor.Position);
    }

    // Reads the whole store back without a counted call.
    private static ReadOnlySpan<int> Slice0(this RefStructs service) =>
        (int[])typeof(RefStructs).GetField("_store", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
            .GetValue(service)!;
}
