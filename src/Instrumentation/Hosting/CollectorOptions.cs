using Instrumentation.Collectors;

namespace Instrumentation.Hosting;

/// <summary>What is collected besides the program's own metrics.</summary>
public sealed class CollectorOptions
{
    /// <summary>Whether the process itself is: see <see cref="ProcessCollector"/>. Default true.</summary>
    public bool Process { get; set; } = true;

    /// <summary>Whether the program's own metrics are a meter for others: see <see cref="MeterPublisher"/>. Default true.</summary>
    public bool Publish { get; set; } = true;

    /// <summary>Which meters are: see <see cref="MeterCollector"/>.</summary>
    public MeterOptions Meters { get; } = new();
}
