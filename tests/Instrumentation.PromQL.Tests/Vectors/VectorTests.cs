using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>
/// Prometheus' own test scripts, one test a file. The folder is <c>PROMQL_TESTDATA</c>, or <c>shared/promqltest</c> beside the repository.
/// </summary>
public sealed class VectorTests(ITestOutputHelper output)
{
    public static TheoryData<string, bool> Files()
    {
        var files = new TheoryData<string, bool>();
        var found = TestData.Folder is { } folder ? Directory.GetFiles(folder, "*.test") : [""];
        foreach (var file in found.Order(StringComparer.Ordinal))
        {
            files.Add(Path.GetFileName(file), false);
            files.Add(Path.GetFileName(file), true);
        }

        return files;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_gives_what_Prometheus_gives(string file, bool fromStore)
    {
        if (file.Length == 0)
        {
            Assert.Skip("No vectors: set PROMQL_TESTDATA to a folder of .test files.");
        }

        var report = new VectorReport(file);
        var samples = new ListSource();
        ISampleSource source = samples;
        foreach (var command in ScriptParser.Parse(File.ReadAllText(Path.Combine(TestData.Folder!, file))))
        {
            switch (command)
            {
                case ClearCommand:
                    samples.Clear();
                    source = fromStore ? Store(samples) : samples;
                    break;
                case LoadCommand load:
                    SampleLoader.Load(load, samples);
                    source = fromStore ? Store(samples) : samples;
                    break;
                case EvalCommand eval when fromStore && samples.IsBeyondStore:
                    report.Skip(eval, "the store keeps neither start times nor native histograms");
                    break;
                case EvalCommand eval:
                    Run(new CaseRunner(source), eval, report);
                    break;
            }
        }

        output.WriteLine(report.ToString());
        Assert.True(report.Failed == 0, report.ToString());
    }

    private static SampleStore Store(ListSource samples)
    {
        var store = new SampleStore(new SampleStoreOptions { Retention = TimeSpan.FromDays(10_000) });
        samples.CopyTo(store);
        return store;
    }

    private static void Run(CaseRunner runner, EvalCommand eval, VectorReport report)
    {
        try
        {
            report.Count(eval, runner.Run(eval));
        }
        catch (QueryException exception)
        {
            report.Count(eval, $"failed as range query: {exception.Message}");
        }
    }
}
