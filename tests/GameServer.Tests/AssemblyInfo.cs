// What the servers measure goes into the registry of the process: one server at a time, or the counts would mix.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
