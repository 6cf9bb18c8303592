namespace Instrumentation.Metrics.Families;

/// <summary>One exemplar in a snapshot, at a bucket of a histogram or at a counter (bucket 0). Ordered by series, then bucket.</summary>
internal readonly record struct ExemplarFrame(int Series, int Bucket, Exemplar Exemplar);
