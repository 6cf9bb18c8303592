namespace Instrumentation.Tests.Operations;

/// <summary>An operation that times every second call tells the same outcomes as one that times all.</summary>
public sealed class SampledCallTests() : OperationCallTests(sampleEvery: 2);
