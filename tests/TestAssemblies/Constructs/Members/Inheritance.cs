using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public abstract partial class Unit
{
    public abstract string Name();

    [MonitoredOperation]
    public virtual int Strength(int level) => level;

    [MonitoredOperation]
    public virtual Unit Copy() => this;

    [MonitoredOperation]
    protected virtual string Describe<T>(T value) => $"unit {value}";

    [MonitoredOperation]
    public string Hidden() => "unit";

    public string Call(int value) => Describe(value);
}

public partial class Knight : Unit
{
    [MonitoredOperation]
    public override string Name() => "knight";

    [MonitoredOperation]
    public override int Strength(int level) => base.Strength(level) * 2;

    [MonitoredOperation]
    public override Knight Copy() => new();

    [MonitoredOperation]
    protected override string Describe<T>(T value) => $"knight, {base.Describe(value)}";

    [MonitoredOperation]
    public new string Hidden() => "knight over " + base.Hidden();
}

public sealed partial class Paladin : Knight
{
    [MonitoredOperation]
    public sealed override int Strength(int level)
    {
        // base. inside a lambda goes through a helper that the compiler adds beside the method.
        var viaLambda = () => base.Strength(level);
        return viaLambda() + 1;
    }

    [MonitoredOperation]
    public async Task<int> StrengthLater(int level)
    {
        await Task.Yield();
        return base.Strength(level);
    }
}

public static class InheritanceScenarios
{
    [Scenario("virtual, override, base call, covariant return, sealed override, new")]
    [Calls("Knight.Name", 1)]
    [Calls("Unit.Strength", 3)]
    [Calls("Knight.Strength", 3)]
    [Calls("Paladin.Strength", 1)]
    [Calls("Paladin.StrengthLater", 1)]
    [Calls("Knight.Copy", 2)]
    [Calls("Unit.Describe", 1)]
    [Calls("Knight.Describe", 1)]
    [Calls("Unit.Hidden", 2)]
    [Calls("Knight.Hidden", 1)]
    public static async Task Virtual_methods(Observer see)
    {
        var knight = new Knight();
        Unit unit = knight;
        see.That("name", unit.Name());
        see.That("override and base", unit.Strength(3));
        see.That("sealed override", ((Unit)new Paladin()).Strength(3));
        see.That("base from a state machine", await new Paladin().StrengthLater(4));
        see.That("covariant", knight.Copy().GetType());
        see.That("covariant by its base", unit.Copy().GetType());
        see.That("generic", unit.Call(5));
        see.That("hidden", unit.Hidden());
        see.That("hiding", knight.Hidden());
    }
}
