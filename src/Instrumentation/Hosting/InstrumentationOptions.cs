using Instrumentation.Hooks;

namespace Instrumentation.Hosting;

/// <summary>
/// The settings of <c>AddInstrumentation</c>: read from the configuration section <c>Instrumentation</c>, then handed to the callback,
/// then validated when the host starts.
/// </summary>
public sealed class InstrumentationOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = "Instrumentation";

    /// <summary>
    /// Time between two <c>metrics_collection</c> events. Default 15 seconds, from 100 milliseconds to one day; zero turns them off.
    /// </summary>
    public TimeSpan CollectionInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Where the metrics are served: on the stand-alone port and by <c>MapInstrumentation</c>. Default <c>/metrics</c>.</summary>
    public string MetricsPath { get; set; } = "/metrics";

    /// <summary>Where liveness is served: on the stand-alone port and by <c>MapInstrumentation</c>. Default <c>/health</c>.</summary>
    public string HealthPath { get; set; } = "/health";

    /// <summary>
    /// Most names of <c>ProfileOperation</c> that are measured as an operation of their own, from 1 to 10,000; the rest is measured as
    /// <c>other</c>. Default 100.
    /// </summary>
    public int MaxProfiledOperations { get; set; } = 100;

    /// <summary>What holds for every hook, and which built-in ones run.</summary>
    public HookOptions Hooks { get; } = new();

    /// <summary>What is collected besides the program's own metrics.</summary>
    public CollectorOptions Collectors { get; } = new();

    /// <summary>The bounds of the event stream, and what is joined to it from the start.</summary>
    public GameEventOptions Events { get; } = new();

    /// <summary>The limits that the threshold violation hook watches.</summary>
    public ThresholdOptions Thresholds { get; } = new();

    /// <summary>The stand-alone port, for processes without ASP.NET Core or with metrics kept off the public port.</summary>
    public MetricsServerOptions MetricsServer { get; } = new();

    /// <summary>What the configuration holds and could not be read; reported together with what is out of range.</summary>
    internal List<string> UnreadableSettings { get; } = [];
}
