namespace Instrumentation.Hosting.Server;

/// <summary>An answer whose body is already in its buffer.</summary>
/// <param name="Status">The status code.</param>
/// <param name="ContentType">The media type.</param>
/// <param name="ContentEncoding">How the body is encoded; null for not at all.</param>
internal readonly record struct Response(int Status, string ContentType, string? ContentEncoding = null);
