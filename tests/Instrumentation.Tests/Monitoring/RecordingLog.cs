using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Tests.Monitoring;

/// <summary>Keeps what is logged.</summary>
internal sealed class RecordingLog : ILoggerFactory, ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _lines = [];

    internal IReadOnlyCollection<(LogLevel Level, string Text)> Lines => _lines;

    internal string[] At(LogLevel level) => [.. _lines.Where(line => line.Level == level).Select(static line => line.Text)];

    public ILogger CreateLogger(string categoryName) => new Logger(_lines);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    internal ILogger<T> For<T>() => new Logger<T>(this);

    private sealed class Logger(ConcurrentQueue<(LogLevel Level, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((logLevel, formatter(state, exception)));
    }
}
