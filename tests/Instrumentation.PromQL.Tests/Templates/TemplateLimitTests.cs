using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;
using Instrumentation.PromQL.Templates.Execution;
using Instrumentation.PromQL.Templates.Parsing;

namespace Instrumentation.PromQL.Tests.Templates;

/// <summary>Templates that would fill the memory, the stack or the day end with an error that says so.</summary>
public class TemplateLimitTests
{
    private static readonly TemplateData s_data = new()
    {
        Labels = Labels.From([new("x", new string('a', 1000))]),
        Query = static _ => [new VectorSample(Labels.Empty, 1)],
    };

    [Theory]
    [InlineData("{{ range 60 }}{{ $x = print $x $x }}{{ end }}", "longer than")]
    [InlineData("{{ range 60 }}{{ $x = printf \"%s%[1]s\" $x }}{{ end }}", "longer than")]
    [InlineData("{{ range 60 }}{{ $x = reReplaceAll \".\" \"$0$0$0$0\" $x }}{{ end }}", "longer than")]
    [InlineData("{{ range 60 }}{{ $x = reReplaceAll \"(.*)\" \"$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1$1\" $x }}{{ end }}", "longer than")]
    [InlineData("{{ range 60 }}{{ $x = println $x $x }}{{ end }}", "longer than")]
    [InlineData("{{ range 60 }}{{ $x = urlquery $x \"%\" }}{{ end }}{{ len $x }}", "")]
    [InlineData("{{ range 1000000 }}{{ $x = print $labels.x }}{{ end }}", "steps")]
    [InlineData("{{ range 1000000 }}{{ $x = reReplaceAll \"a\" \"b\" $labels.x }}{{ end }}", "steps")]
    [InlineData("{{ range $i := 1000000 }}{{ $x = match (print \"a\" $i) \"b\" }}{{ end }}", "steps")]
    [InlineData("{{ range 1000000 }}{{ $x = query \"up\" }}{{ end }}", "steps")]
    [InlineData("{{ $y := args 1 }}{{ range 50000 }}{{ $y = args $y }}{{ end }}{{ $y }}", "nested deeper")]
    [InlineData("{{ $y := args 1 }}{{ range 90 }}{{ $y = args $y $y }}{{ end }}{{ $y }}", "longer than")]
    [InlineData("{{ $y := args 1 }}{{ range 1000000 }}{{ $y = args $y }}{{ end }}", "steps")]
    [InlineData("{{ printf \"%999999999d\" 1 | len }}", "")]
    public void A_bomb_is_defused(string template, string message)
    {
        var text = Template.Parse("{{ $x := print \"aaaaaaaaaa\" }}" + template).ExpandOrExplain(s_data);
        Assert.Contains(message, text, StringComparison.Ordinal);
        Assert.Equal(message.Length > 0, text.StartsWith("<error", StringComparison.Ordinal));
    }

    [Fact]
    public void Recursion_ends_before_a_small_stack_does()
    {
        var open = string.Concat(Enumerable.Repeat("{{ if 1 }}", 90));
        var close = string.Concat(Enumerable.Repeat("{{ end }}", 90));
        var template = Template.Parse($"{{{{ define \"x\" }}}}{open}{{{{ template \"x\" . }}}}{close}{{{{ end }}}}{{{{ template \"x\" 1 }}}}");
        var text = "";
        var thread = new Thread(() => text = template.ExpandOrExplain(s_data), maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Contains("nested deeper", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Variables_are_counted_while_they_are_in_scope()
    {
        var declarations = string.Concat(Enumerable.Range(0, 200).Select(static i => $"{{{{ $v{i} := {i} }}}}"));
        Assert.Equal("199", Template.Parse($"{{{{ range 9 }}}}{declarations}{{{{ if eq . 8 }}}}{{{{ $v199 }}}}{{{{ end }}}}{{{{ end }}}}").Expand(s_data));
        Assert.Contains("variables", Template.Parse(declarations + declarations).ExpandOrExplain(s_data), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{$b")]
    [InlineData("{{template \"b")]
    public void Mistakes_without_number_are_not_all_told(string mistake)
    {
        var declared = string.Concat(Enumerable.Range(0, 3000).Select(static i => $"{{{{$a{i}:=1}}}}"));
        var unknown = string.Concat(Enumerable.Range(0, 3000).Select(i => $"{mistake}{i}{(mistake.Contains('"', StringComparison.Ordinal) ? "\"" : "")}}}}}"));
        var errors = TemplateParser.Parse(declared + unknown).Errors;
        Assert.Equal(101, errors.Count);
        Assert.Contains("more than 100 mistakes", errors[100].Message, StringComparison.Ordinal);
    }
}
