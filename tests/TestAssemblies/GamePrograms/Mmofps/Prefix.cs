[assembly: Instrumentation.MetricPrefix("Instrumentation.Games", "mmofps")]
