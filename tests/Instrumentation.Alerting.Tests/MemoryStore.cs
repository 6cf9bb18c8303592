using Instrumentation.Alerting.State;

namespace Instrumentation.Alerting.Tests;

internal sealed class MemoryStore : IAlertStateStore
{
    public ReadOnlyMemory<byte>? State { get; set; }

    public ReadOnlyMemory<byte>? Aside { get; private set; }

    public bool Fails { get; set; }

    public ValueTask<ReadOnlyMemory<byte>?> LoadAsync(CancellationToken cancellationToken) => new(State);

    public ValueTask SaveAsync(ReadOnlyMemory<byte> state, CancellationToken cancellationToken)
    {
        if (Fails)
        {
            throw new IOException("The disk is full.");
        }

        State = state.ToArray();
        return ValueTask.CompletedTask;
    }

    public ValueTask<string> SetAsideAsync(CancellationToken cancellationToken)
    {
        (Aside, State) = (State, null);
        return new("aside");
    }
}
