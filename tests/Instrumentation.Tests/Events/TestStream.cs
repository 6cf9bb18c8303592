using Instrumentation.Events;
using Instrumentation.Metrics;
using Instrumentation.Tests.Monitoring;

namespace Instrumentation.Tests.Events;

/// <summary>An event stream with a registry and a clock of its own, and two types of events as generated code makes them.</summary>
internal sealed class TestStream
{
    private static readonly string[] s_weapons = ["rifle", "bow"];

    internal TestStream(Action<GameEventStreamOptions>? configure = null)
    {
        var options = new GameEventStreamOptions { Registry = Registry, TimeProvider = Time };
        configure?.Invoke(options);
        Stream = new GameEventStream(options);
        HitType = Stream.Add(new GameEventType<Hit>(
            "hits",
            [Label.Declared("weapon", s_weapons, hasNone: false, hasOther: true), Label.Declared("critical", ["false", "true"], hasNone: false, hasOther: false)],
            static (hit, details) =>
            {
                details.AddId("player", hit.Player);
                details.AddValue("damage", hit.Damage);
            },
            Stream));
        KillType = Stream.Add(new GameEventType<Kill>("kills", [], static (kill, details) => details.AddId("player", kill.Player), Stream));
    }

    internal InstrumentRegistry Registry { get; } = new();

    internal ManualTime Time { get; } = new();

    internal GameEventStream Stream { get; }

    internal GameEventType<Hit> HitType { get; }

    internal GameEventType<Kill> KillType { get; }

    /// <summary>As generated code records, once the metrics are updated.</summary>
    internal void Record(Hit hit, int series = 0)
    {
        if (HitType.IsWanted)
        {
            HitType.Publish(hit, series);
        }
    }

    internal void Record(Kill kill)
    {
        if (KillType.IsWanted)
        {
            KillType.Publish(kill, 0);
        }
    }

    internal double? Value(string metric, string subscriber)
    {
        using var snapshot = Registry.Snapshot();
        return snapshot.Value(metric, ("subscriber", subscriber));
    }

    internal readonly record struct Hit(string? Player, double Damage) : IGameEvent
    {
        void IGameEvent.Record() => throw new NotSupportedException();
    }

    internal sealed record Kill(object Player) : IGameEvent
    {
        void IGameEvent.Record() => throw new NotSupportedException();
    }

    /// <summary>Keeps what it is told.</summary>
    internal sealed class Listener(Func<RecordedEvent, ValueTask>? then = null) : IGameEventListener
    {
        internal System.Collections.Concurrent.ConcurrentQueue<RecordedEvent> Seen { get; } = [];

        public string Name => "listener";

        public ValueTask OnEventAsync(RecordedEvent recorded, CancellationToken cancellationToken)
        {
            Seen.Enqueue(recorded);
            return then?.Invoke(recorded) ?? ValueTask.CompletedTask;
        }
    }
}
