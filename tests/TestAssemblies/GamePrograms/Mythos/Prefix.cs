[assembly: Instrumentation.MetricPrefix("Instrumentation.Games", "mythos")]
