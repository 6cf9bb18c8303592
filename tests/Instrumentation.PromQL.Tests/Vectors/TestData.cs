namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Finds the folder with the vectors.</summary>
public static class TestData
{
    /// <summary>The folder; null if there is none.</summary>
    public static string? Folder { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("PROMQL_TESTDATA") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Instrumentation.sln")))
            {
                var beside = Path.Combine(folder.FullName, "..", "shared", "promqltest");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}
