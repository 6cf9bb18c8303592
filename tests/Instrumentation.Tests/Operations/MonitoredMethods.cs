using System.Runtime.CompilerServices;
using Instrumentation.Operations;
using Instrumentation.Operations.Builders;

namespace Instrumentation.Tests.Operations;

/// <summary>Async methods as they are after weaving: the wrapper offers the call, and the method's builder is the monitored one.</summary>
public sealed class MonitoredMethods(Operation operation)
{
    internal Operation Operation { get; } = operation;

    public Task Run(Func<Task> body)
    {
        Operation.StartAsync();
        return Body(body);

        [AsyncMethodBuilder(typeof(MonitoredTaskBuilder))]
        static async Task Body(Func<Task> body) => await body();
    }

    public Task<int> RunOfT(Func<Task<int>> body)
    {
        Operation.StartAsync();
        return Body(body);

        [AsyncMethodBuilder(typeof(MonitoredTaskBuilder<>))]
        static async Task<int> Body(Func<Task<int>> body) => await body();
    }

    public ValueTask RunValue(Func<Task> body)
    {
        Operation.StartAsync();
        return Body(body);

        [AsyncMethodBuilder(typeof(MonitoredValueTaskBuilder))]
        static async ValueTask Body(Func<Task> body) => await body();
    }

    public ValueTask<int> RunValueOfT(Func<Task<int>> body)
    {
        Operation.StartAsync();
        return Body(body);

        [AsyncMethodBuilder(typeof(MonitoredValueTaskBuilder<>))]
        static async ValueTask<int> Body(Func<Task<int>> body) => await body();
    }

    public ValueTask RunPooling(Func<Task> body)
    {
        Operation.StartAsync();
        return Body(body);

        [AsyncMethodBuilder(typeof(MonitoredPoolingValueTaskBuilder))]
        static async ValueTask Body(Func<Task> body) => await body();
    }

    public ValueTask<int> RunPoolingOfT(Func<Task<int>> body)
    {
        Operation.StartAsync();
        return Body(body);

        [AsyncMethodBuilder(typeof(MonitoredPoolingValueTaskBuilder<>))]
        static async ValueTask<int> Body(Func<Task<int>> body) => await body();
    }

    public void RunVoid(Func<Task> body)
    {
        Operation.StartAsync();
        var machine = new VoidMachine { Builder = MonitoredVoidBuilder.Create(), Body = body };
        machine.Builder.Start(ref machine);
    }

    public Task<int> Pass(Gate gate, int value)
    {
        Operation.StartAsync();
        return PassBody(gate, value);
    }

    [AsyncMethodBuilder(typeof(MonitoredTaskBuilder<>))]
    internal static async Task<int> PassBody(Gate gate, int value)
    {
        await gate;
        return value;
    }

    /// <summary>What the compiler makes of <c>async void M() => await body();</c>, where it heeds no <c>[AsyncMethodBuilder]</c>.</summary>
    private struct VoidMachine : IAsyncStateMachine
    {
        public MonitoredVoidBuilder Builder;
        public Func<Task> Body;
        private bool _resumed;
        private TaskAwaiter _awaiter;

        public void MoveNext()
        {
            try
            {
                if (!_resumed)
                {
                    _resumed = true;
                    _awaiter = Body().GetAwaiter();
                    if (!_awaiter.IsCompleted)
                    {
                        Builder.AwaitUnsafeOnCompleted(ref _awaiter, ref this);
                        return;
                    }
                }

                _awaiter.GetResult();
            }
            catch (Exception exception)
            {
                Builder.SetException(exception);
                return;
            }

            Builder.SetResult();
        }

        public readonly void SetStateMachine(IAsyncStateMachine stateMachine) => Builder.SetStateMachine(stateMachine);
    }
}
