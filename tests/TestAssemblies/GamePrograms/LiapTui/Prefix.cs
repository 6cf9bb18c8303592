[assembly: Instrumentation.MetricPrefix("Instrumentation.Games", "liap_tui")]
