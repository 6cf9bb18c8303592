using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Instrumentation.Benchmarks;
using Instrumentation.Benchmarks.Building;
using Instrumentation.Benchmarks.Rules;

if (args is [] or ["memory"])
{
    SeriesMemory.Print();
}

if (args is [] or ["rules"])
{
    await RuleCost.PrintAsync();
}

if (args is [] or ["build"])
{
    BuildCost.Print();
}

if (args is ["memory"] or ["rules"] or ["build"])
{
    return;
}

// In the running process, because its instrumented assembly is the one that the weaver has been through.
var config = DefaultConfig.Instance
    .AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(5).WithIterationCount(12))
    .WithOptions(ConfigOptions.JoinSummary);
BenchmarkSwitcher.FromAssembly(typeof(SeriesMemory).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
