using System.Text.RegularExpressions;

namespace Instrumentation.Docs.Tests;

public partial class LinkTests
{
    [Theory]
    [MemberData(nameof(SnippetTests.Pages), MemberType = typeof(SnippetTests))]
    public void Every_link_to_another_page_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(SnippetTests.Root, page))!;
        var links = Link().Matches(File.ReadAllText(Path.Combine(SnippetTests.Root, page)))
            .Select(static match => match.Groups["target"].Value)
            .Where(static target => !target.Contains("://", StringComparison.Ordinal));

        Assert.All(links, target => Assert.True(Path.Exists(Path.Combine(folder, target)), $"{page} links to {target}, which is not there."));
    }

    [GeneratedRegex(@"\]\((?<target>[^)#\s]+)")]
    private static partial Regex Link();
}
