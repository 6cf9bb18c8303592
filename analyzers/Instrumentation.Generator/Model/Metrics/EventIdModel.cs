namespace Instrumentation.Generator.Model.Metrics;

/// <summary>An identifier of an event.</summary>
/// <param name="Name">Its name in the stream and in exemplars.</param>
/// <param name="Access">How the member is read.</param>
/// <param name="InExemplars">Whether an exemplar can hold it: text, a GUID or a whole number, which it takes without allocating.</param>
/// <param name="IsNullable">Whether it is a value that may be none.</param>
internal sealed record EventIdModel(string Name, string Access, bool InExemplars, bool IsNullable);
