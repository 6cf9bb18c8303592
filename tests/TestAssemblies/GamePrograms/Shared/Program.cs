using GamePrograms;
using Instrumentation.Exposition;
using Instrumentation.Metrics;

switch (args[0])
{
    case "used":
        Everything.Record();
        break;

    case "flood":
        Flood.Record();
        break;

    case "allocation":
        Console.Out.Write(Allocation.Measure());
        return;
}

Console.Out.Write(MetricsExposition.Render(
    InstrumentRegistry.Default, args is [_, "openmetrics"] ? ExpositionFormat.OpenMetrics : ExpositionFormat.PrometheusText));
