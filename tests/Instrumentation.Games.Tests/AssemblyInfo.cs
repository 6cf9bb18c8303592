// The package measures into the registry of the process: one test at a time, or the counts would mix.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
