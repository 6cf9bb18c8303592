namespace Instrumentation.Metrics.Members;

/// <summary>A member that is a metric.</summary>
/// <param name="Type">The type that has it.</param>
/// <param name="Instrument">The metric.</param>
/// <param name="Read">Reads it from an object of the type.</param>
internal sealed record InstanceMember(Type Type, InstanceInstrument Instrument, Func<object, double> Read);
