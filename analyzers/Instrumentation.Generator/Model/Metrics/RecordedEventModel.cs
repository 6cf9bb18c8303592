namespace Instrumentation.Generator.Model.Metrics;

/// <summary>An event with the instruments that its type gave it.</summary>
/// <param name="Event">The event.</param>
/// <param name="Counter">What counts the events; null when nothing does.</param>
/// <param name="Metrics">The instruments of its members, in the order of the event's metrics.</param>
/// <param name="LabelFields">For each label of the event the field that holds it; empty where it is declared in place.</param>
internal sealed record RecordedEventModel(
    EventModel Event, InstrumentField? Counter, EquatableArray<InstrumentField> Metrics, EquatableArray<string> LabelFields)
{
    public IEnumerable<InstrumentField> Fields() => Counter is null ? Metrics : Metrics.Prepend(Counter);
}
