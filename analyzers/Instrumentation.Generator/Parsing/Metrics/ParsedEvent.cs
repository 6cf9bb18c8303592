using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>What a type with <c>[GameEvent]</c> was found to be.</summary>
/// <param name="Event">The event; null where nothing can be added to the type. A refused one records nothing.</param>
/// <param name="Metrics">Its metrics with the places of their attributes, as far as they could be made out, of a refused event too.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record ParsedEvent(EventModel? Event, EquatableArray<LocatedMetric> Metrics, EquatableArray<Finding> Findings);
