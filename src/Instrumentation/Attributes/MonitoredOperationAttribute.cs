namespace Instrumentation;

/// <summary>
/// Measures every call of a method: duration, failures by exception type, cancellations, and calls in flight.
/// On a type it covers the public ordinary methods that the type declares.
/// </summary>
/// <remarks>
/// The type must be <c>partial</c>, and so must the types around it. Every caller is measured: direct, through an interface,
/// a delegate, reflection or the framework. Instrumentation changes no result, exception, laziness or ambient context.
/// </remarks>
/// <param name="name">
/// The operation's name, the value of the label <c>operation</c>. When left out it is <c>Type.Method</c>. On a type it replaces the
/// type's part of the default names.
/// </param>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface,
    Inherited = false)]
public sealed class MonitoredOperationAttribute(string? name = null) : Attribute
{
    /// <summary>The operation's name as given, or null when the default name applies.</summary>
    public string? Name { get; } = name;

    /// <summary>
    /// The name of a histogram for this operation alone, without the label <c>operation</c>, in place of the shared
    /// <c>operation_duration_seconds</c>. It should end in <c>_seconds</c>.
    /// </summary>
    public string? Metric { get; set; }

    /// <summary>The help text of the histogram named by <see cref="Metric"/>.</summary>
    public string? Help { get; set; }

    /// <summary>
    /// Upper bounds of the duration histogram's buckets, in seconds, ascending; <c>+Inf</c> is added. When left out: 18 bounds from
    /// 10 µs to 10 s.
    /// </summary>
    public double[]? Buckets { get; set; }

    /// <summary>
    /// Reads the clock on every n-th call of each thread only; every call is still counted. At least 1, which is the default.
    /// </summary>
    public int SampleEvery { get; set; } = 1;

    /// <summary>Whether a span is started per call when somebody listens to the ActivitySource <c>Instrumentation</c>. Default true.</summary>
    public bool Trace { get; set; } = true;
}
