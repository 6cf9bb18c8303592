using Instrumentation.PromQL.Templates.Parsing;

namespace Instrumentation.PromQL.Tests.Templates;

public class TemplateParserTests
{
    [Theory]
    [InlineData("{{ $valu }}", "$valu", "$value")]
    [InlineData("{{ humanise $value }}", "humanise", "humanize")]
    [InlineData("{{ .Label.x }}", "Label", "Labels")]
    [InlineData("{{ .Values }}", "Values", "Value")]
    public void A_misspelt_name_is_marked_and_corrected(string template, string marked, string replacement)
    {
        var error = Assert.Single(TemplateParser.Parse(template).Errors);
        Assert.Equal(marked, template[error.Range.Start..error.Range.End]);
        Assert.Equal(replacement, error.Replacement);
        Assert.Contains($"did you mean \"{replacement}\"?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ $value", "unclosed action")]
    [InlineData("{{ if $value }}x", "{{if}} has no {{end}}")]
    [InlineData("x{{ end }}", "unexpected {{end}}")]
    [InlineData("x{{ else }}", "unexpected {{else}}")]
    [InlineData("{{ if true }}{{ else }}{{ else }}{{ end }}", "more than one {{else}}")]
    [InlineData("{{ }}", "missing value")]
    [InlineData("{{ \"a }}", "unterminated")]
    [InlineData("{{ (1 }}", "unclosed left paren")]
    [InlineData("{{ 1x }}", "bad number syntax")]
    [InlineData("{{/* a }}", "unclosed comment")]
    [InlineData("{{ /* a */ }}", "unexpected \"/\"")]
    [InlineData("{{/* a */ }}", "comment ends before closing delimiter")]
    [InlineData("{{ $value-}}", "unexpected \"-\"")]
    [InlineData("{{ humanize }}", "wrong number of args for humanize: want 1 got 0")]
    [InlineData("{{ $value | humanize 2 }}", "wrong number of args for humanize: want 1 got 2")]
    [InlineData("{{ $value.x }}", "has no fields")]
    [InlineData("{{ $labels.a.b }}", "has no fields")]
    [InlineData("{{ template \"x\" }}", "template \"x\" not defined")]
    [InlineData("{{ break }}", "outside {{range}}")]
    [InlineData("{{ define \"x\" }}{{ $labels.a }}{{ end }}", "undefined variable \"$labels\"")]
    [InlineData("{{ if 1 }}{{ define \"x\" }}{{ end }}{{ end }}", "unexpected {{define}} within {{if}}")]
    [InlineData("{{ $x = 1 }}", "undefined variable \"$x\"")]
    [InlineData("{{ 1 2 }}", "is no function")]
    [InlineData("{{ % }}", "unexpected \"%\"")]
    public void Mistakes_are_told(string template, string message) =>
        Assert.Contains(TemplateParser.Parse(template).Errors, error => error.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Labels_are_found_at_their_place()
    {
        const string Template = "{{ $labels.region }} {{ if .Labels.mode }}{{ $externalLabels.x }}{{ end }}";
        var labels = TemplateParser.Parse(Template).Labels;
        Assert.Equal(["region", "mode"], labels.Select(static label => label.Name));
        Assert.All(labels, label => Assert.Equal(label.Name, Template[label.Range.Start..label.Range.End]));
    }

    [Theory]
    [InlineData("text", false, false)]
    [InlineData("{{ $labels.a }}", false, false)]
    [InlineData("{{ $value }}", true, false)]
    [InlineData("{{ .Value | humanize }}", true, false)]
    [InlineData("{{ . }}", true, false)]
    [InlineData("{{ query \"up\" }}", false, true)]
    public void What_a_text_depends_on_is_known(string template, bool value, bool time)
    {
        var parsed = TemplateParser.Parse(template);
        Assert.Equal((value, time), (parsed.DependsOnValue, parsed.DependsOnTime));
    }

    [Fact]
    public void No_text_makes_it_throw()
    {
        const string Parts = "{{}}-()|.$:=\"`'/*ifendrangewithelsedefine labels value1.5e \n";
        var random = new Random(1);
        for (var round = 0; round < 20_000; round++)
        {
            var text = "{{" + string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Parts.Substring(random.Next(Parts.Length - 4), random.Next(1, 5))));
            var parsed = TemplateParser.Parse(text);
            Assert.All(parsed.Errors, error => Assert.InRange(error.Range.Start, 0, text.Length));
        }

        Assert.False(TemplateParser.Parse(string.Concat(Enumerable.Repeat("{{ if 1 }}", 5_000))).Success);
        Assert.False(TemplateParser.Parse("{{ " + new string('(', 5_000)).Success);
    }
}
