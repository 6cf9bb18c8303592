using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Storage;

public sealed class SelectionTests
{
    [Theory]
    [InlineData("x")]
    [InlineData("{a=\"1\"}")]
    [InlineData("{a=\"\",__name__=\"x\"}")]
    [InlineData("{a!=\"1\"}")]
    [InlineData("{a=~\"1|2\"}")]
    [InlineData("{a=~\"1|\"}")]
    [InlineData("{a=~\"(1|3)\"}")]
    [InlineData("{a!~\"(?:1|)\"}")]
    [InlineData("{a=~\".+\",b!~\"2.*\"}")]
    [InlineData("{missing=\"x\"}")]
    [InlineData("{}")]
    public void Index_finds_what_a_scan_finds(string selector)
    {
        var store = new SampleStore();
        var all = new List<Labels>();
        foreach (var name in (string[])["x", "y"])
        {
            foreach (var a in (string[])["", "1", "2", "3"])
            {
                foreach (var b in (string[])["", "1", "22"])
                {
                    all.Add(Labels.From([new("__name__", name), new("a", a), new("b", b)]));
                    store.Append(all[^1], 1, 1);
                }
            }
        }

        var matchers = ((VectorSelector)PromQLParser.ParseSelector(selector).Expression!).Matchers.Select(static m => new SeriesMatcher(m)).ToList();
        var found = new List<ISampleSeries>();
        store.Select(matchers, found);

        var expected = all.Where(labels => matchers.TrueForAll(matcher => matcher.Matches(labels.Get(matcher.Name))));
        Assert.Equal(expected.Order(), found.Select(static series => series.Labels).Order());
    }

    [Fact]
    public void Lists_labels_and_values()
    {
        var store = new SampleStore();
        store.Append(Labels.From([new("__name__", "x"), new("b", "2")]), 1, 1);
        store.Append(Labels.From([new("__name__", "x"), new("b", "1")]), 1, 1);

        Assert.Equal(["__name__", "b"], store.LabelNames());
        Assert.Equal(["1", "2"], store.LabelValues("b"));
        Assert.Empty(store.LabelValues("c"));
    }
}
