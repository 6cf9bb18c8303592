using System.Runtime.CompilerServices;
using Instrumentation.Metrics;

namespace Instrumentation.Events;

/// <summary>A type of events, as the event stream knows it: who listens to it, and how an event of it is told in plain names and values.</summary>
/// <typeparam name="T">The event.</typeparam>
public sealed class GameEventType<T> : GameEventType
    where T : IGameEvent
{
    private readonly Label[] _labels;
    private readonly Action<T, RecordedEventDetails> _describe;
    private readonly GameEventStream _stream;
    private Audience _audience = Audience.Nobody;
    private bool _isWanted;

    internal GameEventType(string name, Label[] labels, Action<T, RecordedEventDetails> describe, GameEventStream stream)
        : base(name) => (_labels, _describe, _stream) = (labels, describe, stream);

    /// <summary>Whether anybody listens. Asked by each recording, and nothing but the read of a field.</summary>
    public bool IsWanted
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _isWanted;
    }

    /// <summary>Hands an event to all who listen. Never blocks, and never throws whatever they do.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="series">The number of its label values among all combinations: <c>((i0 × n1) + i1) × n2 + i2</c>.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Publish(T recorded, int series)
    {
        var audience = Volatile.Read(ref _audience);
        foreach (var subscriber in audience.OfType)
        {
            subscriber.Offer(recorded);
        }

        if (audience.OfAny.Length > 0 || audience.History is not null)
        {
            Tell(recorded, series, audience);
        }

        _stream.Count();
    }

    internal override void Refresh(EventSubscriber[] subscribers, EventHistory? history)
    {
        var audience = new Audience(
            [.. subscribers.OfType<EventSubscriber<T>>()],
            [.. subscribers.OfType<EventSubscriber<RecordedEvent>>().Where(subscriber => subscriber.Filter?.MatchesName(Name) != false)],
            history);
        Volatile.Write(ref _audience, audience);
        Volatile.Write(ref _isWanted, audience.OfType.Length > 0 || audience.OfAny.Length > 0 || history is not null);
    }

    private void Tell(T recorded, int series, Audience audience)
    {
        var details = new RecordedEventDetails();
        RecordedEvent told;
        try
        {
            _describe(recorded, details);
            told = new RecordedEvent(Name, _stream.Now, Labels(series), details.Ids, details.Values);
        }
        catch (Exception exception)
        {
            // A property or ToString of the application that throws: the recorder did not ask for it.
            _stream.DescribingFailed(Name, exception);
            return;
        }

        audience.History?.Add(told);
        foreach (var subscriber in audience.OfAny)
        {
            if (subscriber.Filter?.Matches(told) != false)
            {
                subscriber.Offer(told);
            }
        }
    }

    private KeyValuePair<string, string>[] Labels(int series)
    {
        var pairs = new KeyValuePair<string, string>[_labels.Length];
        for (var i = pairs.Length - 1; i >= 0; i--)
        {
            var label = _labels[i];
            (series, var index) = Math.DivRem(series, label.Count);
            pairs[i] = new(label.Name, label.ValueAt(index));
        }

        return pairs;
    }

    private sealed record Audience(EventSubscriber<T>[] OfType, EventSubscriber<RecordedEvent>[] OfAny, EventHistory? History)
    {
        internal static readonly Audience Nobody = new([], [], null);
    }
}
