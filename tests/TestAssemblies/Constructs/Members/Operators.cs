using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public partial struct Money(long cents)
{
    public long Cents { get; private set; } = cents;

    [MonitoredOperation]
    public static Money operator +(Money left, in Money right) => new(left.Cents + right.Cents);

    [MonitoredOperation]
    public static Money operator checked +(Money left, in Money right) => new(checked(left.Cents + right.Cents));

    [MonitoredOperation]
    public static Money operator -(Money value) => new(-value.Cents);

    [MonitoredOperation]
    public static bool operator true(Money value) => value.Cents != 0;

    [MonitoredOperation]
    public static bool operator false(Money value) => value.Cents == 0;

    [MonitoredOperation]
    public static implicit operator Money(int euros) => new(euros * 100L);

    [MonitoredOperation]
    public static explicit operator double(Money value) => value.Cents / 100.0;

    [MonitoredOperation]
    public static explicit operator int(Money value) => (int)(value.Cents / 100);

    [MonitoredOperation]
    public void operator +=(int cents) => Cents += cents;

    [MonitoredOperation]
    public static Money operator ++(Money value) => new(value.Cents + 1);
}

public static class OperatorsScenarios
{
    [Scenario("operator, conversion")]
    [Calls("Money.op_Addition", 1)]
    [Calls("Money.op_CheckedAddition", 1, Failures = 1)]
    [Calls("Money.op_UnaryNegation", 1)]
    [Calls("Money.op_True", 2)]
    [Calls("Money.op_Implicit", 1)]
    [Calls("Money.op_Explicit", 2)]
    [Calls("Money.op_AdditionAssignment", 1)]
    [Calls("Money.op_Increment", 1)]
    public static void All(Observer see)
    {
        Money two = 2;
        var sum = two + new Money(5);
        see.That("sum", sum.Cents);
        see.Throws("checked", () => _ = checked(new Money(long.MaxValue) + new Money(1)));
        see.That("negative", (-sum).Cents);
        see.That("true", sum ? "yes" : "no");
        see.That("false", default(Money) ? "yes" : "no");
        see.That("double", (double)sum);
        see.That("int", (int)sum);
        sum += 3;
        see.That("in place", sum.Cents);
        sum++;
        see.That("incremented", sum.Cents);
    }
}
