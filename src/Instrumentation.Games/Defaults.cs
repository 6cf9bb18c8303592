using Instrumentation;

// A program gives these metrics its own prefix: [assembly: MetricPrefix("Instrumentation.Games", "mmofps")].
[assembly: InstrumentationDefaults(Prefix = "game", AllowPrefixOverride = true)]
