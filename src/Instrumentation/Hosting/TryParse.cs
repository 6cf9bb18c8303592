using System.Diagnostics.CodeAnalysis;

namespace Instrumentation.Hosting;

/// <summary>Reads a value from configuration text, independent of the culture.</summary>
internal delegate bool TryParse<T>(string text, [MaybeNullWhen(false)] out T value);
