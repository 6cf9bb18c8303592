namespace Instrumentation.Tests.Monitoring;

/// <summary>Waiting for what happens on other threads. How long it takes is nobody's business; that it happens is.</summary>
internal static class Wait
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    /// <summary>Waits until something is so, and fails the test when that takes far longer than it ever should.</summary>
    internal static async Task UntilAsync(Func<bool> condition, string what)
    {
        using var timeout = new CancellationTokenSource(s_patience);
        while (!condition())
        {
            Assert.False(timeout.IsCancellationRequested, $"Not within {s_patience}: {what}.");
            await Task.Delay(5);
        }
    }

    internal static Task Soon(this Task task) => task.WaitAsync(s_patience);

    internal static Task<T> Soon<T>(this Task<T> task) => task.WaitAsync(s_patience);
}
