using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public interface IStore<T>
{
    T Get(string key);

    TOut Map<TIn, TOut>(TIn value, Func<TIn, TOut> map)
        where TIn : class
        where TOut : struct;

    T? Maybe<TKey>(TKey? key);

    int Count { get; set; }

    string this[int index] { get; }

    event Action Changed;
}

public partial class Store<T>(T item) : IStore<T[]>, IStore<int>
    where T : class
{
    private int _count;
    private Action? _changed;

    [MonitoredOperation]
    T[] IStore<T[]>.Get(string key) => [item];

    [MonitoredOperation("Store.Get of int")]
    int IStore<int>.Get(string key) => key.Length;

    [MonitoredOperation]
    TOut IStore<T[]>.Map<TIn, TOut>(TIn value, Func<TIn, TOut> map) => map(value);

    TOut IStore<int>.Map<TIn, TOut>(TIn value, Func<TIn, TOut> map) => default;

    [MonitoredOperation]
    T[]? IStore<T[]>.Maybe<TKey>(TKey? key)
        where TKey : default => key is null ? null : [item];

    int IStore<int>.Maybe<TKey>(TKey? key)
        where TKey : default => 0;

    int IStore<T[]>.Count
    {
        [MonitoredOperation]
        get => _count;

        [MonitoredOperation]
        set => _count = value;
    }

    int IStore<int>.Count { get; set; }

    string IStore<T[]>.this[int index]
    {
        [MonitoredOperation]
        get => $"item {index}";
    }

    string IStore<int>.this[int index] => "";

    event Action IStore<T[]>.Changed
    {
        [MonitoredOperation]
        add => _changed += value;

        [MonitoredOperation]
        remove => _changed -= value;
    }

    event Action IStore<int>.Changed
    {
        add { }
        remove { }
    }

    public void Raise() => _changed?.Invoke();
}

public static class InterfacesScenarios
{
    [Scenario("explicit interface implementation")]
    [Calls("Store.Get", 1)]
    [Calls("Store.Get of int", 1)]
    [Calls("Store.Map", 1)]
    [Calls("Store.Maybe", 2)]
    [Calls("Store.Count.get", 1)]
    [Calls("Store.Count.set", 1)]
    [Calls("Store.Item.get", 1)]
    [Calls("Store.Changed.add", 1)]
    [Calls("Store.Changed.remove", 1)]
    public static void Explicit_implementations(Observer see)
    {
        var store = new Store<string>("it");
        IStore<string[]> texts = store;
        IStore<int> numbers = store;
        see.That("get", texts.Get("k"));
        see.That("get of int", numbers.Get("key"));
        see.That("map", texts.Map("abc", text => text.Length));
        see.That("maybe", texts.Maybe<object>(null));
        see.That("maybe of a struct", texts.Maybe(5));
        texts.Count = 3;
        see.That("count", texts.Count);
        see.That("indexer", texts[4]);
        var raised = 0;
        Action handler = () => raised++;
        texts.Changed += handler;
        store.Raise();
        texts.Changed -= handler;
        store.Raise();
        see.That("raised", raised);
    }
}
