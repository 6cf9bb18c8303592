using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Catalogue;

public sealed class CoverageTableTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_item_is_proved()
    {
        var items = ConformanceList.Sections.SelectMany(section => section.Items).ToArray();

        Assert.All(items, item => Assert.True(CoverageTable.Proofs.Contains(item), $"Nothing proves '{item}'."));
        // A proof of something that is not on the list is a misspelt one.
        Assert.Empty(CoverageTable.Proofs.Select(proof => proof.Key).Except(items));
    }

    [Fact]
    public void Tests_of_other_projects_are_still_there() => Assert.All(Elsewhere.Tests, test =>
        Assert.Contains(test.Test, File.ReadAllText(Repository.PathOf($"tests/{test.File}")), StringComparison.Ordinal));

    [Fact]
    public void The_page_is_up_to_date()
    {
        var page = Repository.PathOf("docs/conformance.md");
        var table = CoverageTable.Print();
        output.WriteLine(table);
        if (Environment.GetEnvironmentVariable("UPDATE_CONFORMANCE") == "1")
        {
            File.WriteAllText(page, table);
        }

        Assert.Equal(table, File.ReadAllText(page).ReplaceLineEndings("\n"));
    }
}
