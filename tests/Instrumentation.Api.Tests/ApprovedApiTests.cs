using System.Reflection;

namespace Instrumentation.Api.Tests;

public class ApprovedApiTests
{
    private static readonly string s_folder = Path.Combine(
        typeof(ApprovedApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static a => a.Key == "RepositoryRoot").Value!,
        "tests",
        "Instrumentation.Api.Tests");

    [Theory]
    [InlineData("Instrumentation")]
    [InlineData("Instrumentation.Alerting")]
    [InlineData("Instrumentation.AspNetCore")]
    [InlineData("Instrumentation.Games")]
    [InlineData("Instrumentation.PromQL")]
    public void The_public_surface_is_the_approved_one(string assembly)
    {
        var approved = Path.Combine(s_folder, $"{assembly}.approved.txt");
        var actual = PublicApi.Print(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll"));
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            File.WriteAllText(approved, actual);
        }

        Assert.Equal(File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "", actual);
    }
}
