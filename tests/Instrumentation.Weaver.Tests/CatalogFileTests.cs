using System.Text;
using Instrumentation.Weaver.Catalog;

namespace Instrumentation.Weaver.Tests;

/// <summary>The files of a catalog by themselves: how they are put in place, and what they make of unusual names and values.</summary>
public sealed class CatalogFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("catalog").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void BuildsSideBySide_WriteTheSameFile_AndNobodyReadsHalfOfIt()
    {
        var path = Path.Combine(_folder, "metrics.json");
        string[] texts = [new('a', 100_000), new('b', 100_000), new('c', 100_000)];

        Parallel.For(0, 300, new ParallelOptions { MaxDegreeOfParallelism = 4 }, number =>
        {
            CatalogFile.Write(path, texts[number % texts.Length]);
            Assert.Contains(Encoding.UTF8.GetString(CatalogFile.Read(path)), texts);
        });

        Assert.Equal([path], Directory.GetFiles(_folder));
    }

    [Fact]
    public void AFileThatIsAsItShouldBe_IsLeftAlone()
    {
        var path = Path.Combine(_folder, "metrics.json");
        CatalogFile.Write(path, "same");
        var longAgo = new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(path, longAgo);

        CatalogFile.Write(path, "same");
        Assert.Equal(longAgo, File.GetLastWriteTimeUtc(path));

        CatalogFile.Write(path, "other");
        Assert.NotEqual(longAgo, File.GetLastWriteTimeUtc(path));
    }

    [Fact]
    public void Markdown_ShowsHelpAndValuesAsTheyAre()
    {
        var page = CatalogMarkdown.Write("App", [new CatalogEntry("Hits_total", "counter")
        {
            Help = "Hits | of a List<T>,\nby *zone*.",
            Labels = [new CatalogLabel("zone", ["a|b", "c`d", "`e`", ""], 0)],
        }]);

        Assert.Contains(@"| [`Hits_total`](#hits_total) | counter |  | `zone` | 1 | Hits \| of a List\<T>, by \*zone\*. |  |", page, StringComparison.Ordinal);
        Assert.Contains("* `zone`: `a|b`, ``c`d``, `` `e` ``, the empty text\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "metrics": [ { "name": "a", "kind": "gauge", "labels": [ { "name": "b", "limit": 99999999999 } ] } ] }""")]
    [InlineData("""{ "metrics": [ { "name": "a", "kind": "gauge", "buckets": [ "x" ] } ] }""")]
    [InlineData("""{ "metrics": [ { "name": "a" } ] }""")]
    [InlineData("[]")]
    [InlineData("")]
    public void WhatIsNoCatalog_IsAFormatException(string json) =>
        Assert.Throws<FormatException>(() => CatalogJson.Read(Encoding.UTF8.GetBytes(json)));
}
