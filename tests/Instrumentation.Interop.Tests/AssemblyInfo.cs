// Every registry publishes the same meter, and whoever listens to it listens to all of them: one test would hear what another records.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
