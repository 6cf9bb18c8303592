using Constructs.Harness;
using Instrumentation;

namespace Constructs.Types;

public partial record Person(string Name, int Age)
{
    [MonitoredOperation]
    public Person Older(int years) => this with { Age = Age + years };

    [MonitoredOperation]
    protected virtual bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(Name);
        return true;
    }
}

public sealed partial record Employee(string Name, int Age, string Role) : Person(Name, Age)
{
    [MonitoredOperation]
    public string Title() => $"{Role} {Name}";
}

public partial record struct Point(int X, int Y)
{
    [MonitoredOperation]
    public void Shift(int by) => (X, Y) = (X + by, Y + by);

    [MonitoredOperation]
    public readonly double Length() => Math.Sqrt((X * X) + (Y * Y));
}

[MonitoredOperation("Whole")]
public partial record Covered(int Value)
{
    public int Doubled() => Value * 2;

    [NotMonitored]
    public int Left() => Value;

    internal int Internal() => Value;
}

public static class RecordsScenarios
{
    private const string Item = "readonly struct, ref struct, record, record struct";

    [Scenario(Item)]
    [Calls("Person.Older", 2)]
    [Calls("Person.PrintMembers", 1)]
    [Calls("Employee.Title", 1)]
    public static void Records(Observer see)
    {
        var person = new Person("Ann", 30);
        see.That("older", person.Older(2).Age);
        see.That("text", person.ToString());
        var employee = new Employee("Bob", 40, "chef");
        see.That("same type", employee.Older(1) is Employee { Age: 41 });
        see.That("title", employee.Title());
        see.That("equal", employee == employee with { });
    }

    [Scenario(Item)]
    [Calls("Point.Shift", 1)]
    [Calls("Point.Length", 1)]
    public static void Record_structs(Observer see)
    {
        var point = new Point(2, 3);
        point.Shift(1);
        see.That("point", point);
        see.That("length", point.Length());
    }

    [Scenario(Item, "reflection: the generated members do not surprise (EditorBrowsable never, not in serialisers)")]
    [Calls("Whole.Doubled", 1)]
    public static void Attribute_on_the_type_takes_ordinary_public_methods(Observer see)
    {
        var covered = new Covered(4);
        see.That("doubled", covered.Doubled() + covered.Left() + covered.Internal());
        see.That("synthesised", covered.Equals(covered with { Value = 5 }));
        see.That("text", covered.ToString());
    }
}
