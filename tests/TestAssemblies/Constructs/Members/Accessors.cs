using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public partial class Accessors
{
    private readonly Dictionary<string, int> _items = [];
    private int _value;
    private EventHandler? _changed;

    public int Value
    {
        [MonitoredOperation]
        get => _value;

        [MonitoredOperation]
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _value = value;
            _changed?.Invoke(this, EventArgs.Empty);
        }
    }

    public string Name
    {
        get;

        [MonitoredOperation]
        init => field = value.Trim();
    } = "";

    public virtual int this[string key, int fallback]
    {
        [MonitoredOperation]
        get => _items.GetValueOrDefault(key, fallback);

        [MonitoredOperation]
        set => _items[key] = value + fallback;
    }

    public event EventHandler Changed
    {
        [MonitoredOperation]
        add => _changed += value;

        [MonitoredOperation]
        remove => _changed -= value;
    }

    public static ref int Shared
    {
        [MonitoredOperation]
        get => ref s_shared;
    }

    private static int s_shared;
}

public static class AccessorsScenarios
{
    [Scenario("property, indexer, init and event accessors")]
    [Calls("Accessors.Value.get", 2)]
    [Calls("Accessors.Value.set", 4, Failures = 1)]
    [Calls("Accessors.Name.set", 1)]
    [Calls("Accessors.Item.get", 2)]
    [Calls("Accessors.Item.set", 1)]
    [Calls("Accessors.Changed.add", 1)]
    [Calls("Accessors.Changed.remove", 1)]
    [Calls("Accessors.Shared.get", 2)]
    public static void All(Observer see)
    {
        var service = new Accessors { Name = " n ", Value = 1 };
        see.That("init", service.Name);
        var changes = 0;
        EventHandler handler = (_, _) => changes++;
        service.Changed += handler;
        service.Value += 4;
        see.That("value", service.Value);
        service.Changed -= handler;
        service.Value = 0;
        see.That("changes", changes);
        see.Throws("negative", () => service.Value = -1);
        service["a", 10] = 5;
        see.That("indexer", service["a", 0] + service["b", 2]);
        Accessors.Shared = 8;
        see.That("ref property", Accessors.Shared);
    }
}
