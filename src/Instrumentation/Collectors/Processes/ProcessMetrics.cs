using Instrumentation.Metrics;

namespace Instrumentation.Collectors.Processes;

/// <summary>Makes the metrics of the process in one registry: only those whose source can be read, so that none stands there as a false 0.</summary>
internal sealed class ProcessMetrics(InstrumentRegistry registry)
{
    internal GaugeFamily Gauge(string name, string help, string? unit = null) =>
        GaugeFamily.Create(new InstrumentDefinition { Name = name, Help = help, Unit = unit }, registry);

    internal TotalFamily Total(string name, string help, string? unit = null, params Label[] labels) =>
        TotalFamily.Create(new InstrumentDefinition { Name = name, Help = help, Unit = unit, Labels = labels }, registry);

    internal GaugeFamily Gauge(string name, string help, Label label) =>
        GaugeFamily.Create(new InstrumentDefinition { Name = name, Help = help, Labels = [label] }, registry);
}
