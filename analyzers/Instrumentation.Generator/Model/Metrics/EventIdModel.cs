namespace Instrumentation.Generator.Model.Metrics;

/// <summary>An identifier of an event.</summary>
/// <param name="Name">Its name in the stream and in exemplars.</param>
/// <param name="Access">How the member is read.</param>
internal sealed record EventIdModel(string Name, string Access);
