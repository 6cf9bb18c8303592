using Constructs.Harness;
using Instrumentation;

namespace Constructs.Async;

public partial class GenericAsync<T>
    where T : class
{
    public T? Seen { get; private set; }

    [MonitoredOperation]
    public async Task<Dictionary<TKey, List<T>>> Group<TKey, TItem>(TKey key, TItem item)
        where TKey : notnull
        where TItem : T
    {
        await Task.Yield();
        Seen = item;
        return new() { [key] = [item] };
    }

    [MonitoredOperation]
    public async Task<TResult> Fail<TResult>(TResult value)
        where TResult : struct
    {
        await Task.Yield();
        throw new InvalidCastException($"{typeof(T).Name} {typeof(TResult).Name} {value}");
    }

    public partial struct Inner<TValue>(TValue value)
    {
        [MonitoredOperation]
        public readonly async ValueTask<(T?, TValue)> Pair(T? other)
        {
            await Task.Yield();
            return (other, value);
        }
    }
}

public static class GenericAsyncScenarios
{
    [Scenario("generic async method on a generic type")]
    [Calls("GenericAsync.Group", 2)]
    [Calls("GenericAsync.Fail", 1, Failures = 1)]
    public static async Task Generic_method_on_generic_type(Observer see)
    {
        var service = new GenericAsync<object>();
        var byNumber = await service.Group(5, "five");
        see.That("keys", byNumber.Keys);
        see.That("values", byNumber[5]);
        see.That("seen", service.Seen);
        var byText = await new GenericAsync<string>().Group("k", "v");
        see.That("by text", byText["k"]);
        await see.ThrowsAsync("fails", () => service.Fail(3.5));
    }

    [Scenario("generic async method on a generic type", "nested generic types", "generic struct")]
    [Calls("GenericAsync.Inner.Pair", 2)]
    public static async Task Async_method_of_a_nested_generic_struct(Observer see)
    {
        see.That("pair", await new GenericAsync<string>.Inner<int>(4).Pair("x"));
        see.That("pair of null", await new GenericAsync<Version>.Inner<Guid>(default).Pair(null));
    }
}
