using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;
using Instrumentation.PromQL.Templates.Execution;

namespace Instrumentation.PromQL.Tests.Templates;

/// <summary>Cases of template/template_test.go in Prometheus, and of what its documentation shows.</summary>
public class TemplateExpansionTests
{
    private static readonly TemplateData s_data = new()
    {
        Labels = Labels.From([new("__name__", "up"), new("region", "eu"), new("instance", "game-1:9090")]),
        ExternalLabels = Labels.From([new("cluster", "a")]),
        ExternalUrl = "http://prometheus.example/path",
        Value = 0.21875,
        Time = DateTimeOffset.FromUnixTimeMilliseconds(1_435_065_584_128),
        Query = static text => text switch
        {
            "metric" => [Sample("a", 11), Sample("b", 21)],
            "none" => [],
            _ => throw new QueryException("no such query"),
        },
    };

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("{{ 1 }}", "1")]
    [InlineData("{{ 0x20 }}", "32")]
    [InlineData("{{ 1.5e3 }}", "1500")]
    [InlineData("{{ $value }}", "0.21875")]
    [InlineData("{{ .Value }}", "0.21875")]
    [InlineData("{{ $labels.region }} {{ .Labels.region }} {{ $.Labels.region }}", "eu eu eu")]
    [InlineData("{{ $labels.nothing }}", "")]
    [InlineData("{{ $externalLabels.cluster }} {{ $externalURL }} {{ externalURL }} {{ pathPrefix }}", "a http://prometheus.example/path http://prometheus.example/path /path")]
    [InlineData("a {{- 1 -}} b", "a1b")]
    [InlineData("a {{/* a comment */}} b", "a  b")]
    [InlineData("a {{- /* a comment */ -}} b", "ab")]
    [InlineData("{{ \"a\\n\" }}{{ `b\\n` }}", "a\nb\\n")]
    [InlineData("{{ $labels }}", "map[__name__:up instance:game-1:9090 region:eu]")]
    [InlineData("{{ print 1 2 \"a\" 3 4.5 true }}", "1 2a3 4.5 true")]
    [InlineData("{{ \"x\" | printf \"%s-%s\" \"y\" }}", "y-x")]
    [InlineData("{{ len \"abc\" }} {{ len $labels }}", "3 3")]
    [InlineData("{{ index $labels \"region\" }}", "eu")]
    [InlineData("{{ slice \"abcdef\" 1 3 }}", "bc")]
    [InlineData("{{ len \"né\" }} {{ slice \"né\" 1 }}", "3 é")]
    [InlineData("{{ range slice (query \"metric\") 1 }}{{ .Value }}{{ end }}", "21")]
    [InlineData("{{ html \"<a href='x'>\\\"é&\" }}", "&lt;a href=&#39;x&#39;&gt;&#34;é&amp;")]
    [InlineData("{{ js \"it's <b>=é\\n\" }}", "it\\'s \\u003Cb\\u003E\\u003Dé\\u000A")]
    [InlineData("{{ with args 1 \"b\" }}{{ . }}{{ end }}", "map[arg0:1 arg1:b]")]
    [InlineData("{{ not true }} {{ and 1 0 2 }} {{ or 0 \"\" 2 }}", "false 0 2")]
    [InlineData("{{ now }}", "1.435065584128e+09")]
    public void Expressions(string template, string expected) => Assert.Equal(expected, Expand(template));

    [Theory]
    [InlineData("{{ if gt $value 0.2 }}high{{ else }}low{{ end }}", "high")]
    [InlineData("{{ if gt $value 0.5 }}high{{ else if gt $value 0.1 }}middle{{ else }}low{{ end }}", "middle")]
    [InlineData("{{ if $labels.nothing }}a{{ end }}b", "b")]
    [InlineData("{{ with $labels.region }}in {{ . }}{{ end }}", "in eu")]
    [InlineData("{{ with $labels.nothing }}in {{ . }}{{ else }}nowhere{{ end }}", "nowhere")]
    [InlineData("{{ with $x := 4 }}{{ $x }}{{ end }}", "4")]
    [InlineData("{{ range $i, $e := query \"metric\" }}{{ $i }}:{{ $e.Labels.x }}={{ .Value }};{{ end }}", "0:a=11;1:b=21;")]
    [InlineData("{{ range query \"none\" }}x{{ else }}none{{ end }}", "none")]
    [InlineData("{{ range $k, $v := $labels }}{{ $k }}={{ $v }} {{ end }}", "__name__=up instance=game-1:9090 region=eu ")]
    [InlineData("{{ range 4 }}{{ if eq . 1 }}{{ continue }}{{ end }}{{ if eq . 3 }}{{ break }}{{ end }}{{ . }}{{ end }}", "02")]
    [InlineData("{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ end }}{{ $x }}", "2")]
    [InlineData("{{ $x := 1 }}{{ if true }}{{ $x := 2 }}{{ end }}{{ $x }}", "1")]
    [InlineData("{{ define \"x\" }}[{{ . }}]{{ end }}{{ template \"x\" 1 }}{{ template \"x\" $value }}", "[1][0.21875]")]
    [InlineData("{{ define \"x\" }}{{ .arg0 }}/{{ .arg1 }}{{ end }}{{ template \"x\" (args 1 \"b\") }}", "1/b")]
    [InlineData("{{ $x := 1 }}{{ define \"x\" }}{{ $x := . }}{{ $x }}{{ $ }}{{ end }}{{ template \"x\" 2 }}{{ $x }}{{ $labels.region }}", "221eu")]
    public void Control(string template, string expected) => Assert.Equal(expected, Expand(template));

    [Theory]
    [InlineData("{{ query \"metric\" | first | value }}", "11")]
    [InlineData("{{ query \"metric\" | first | label \"x\" }}", "a")]
    [InlineData("{{ (query \"metric\" | first).Labels.x }}", "a")]
    [InlineData("{{ range query \"metric\" | sortByLabel \"x\" }}{{ .Labels.x }}{{ end }}", "ab")]
    [InlineData("{{ with query \"none\" }}{{ . | first | value }}{{ end }}", "")]
    [InlineData("{{ reReplaceAll \"(a)b\" \"x$1\" \"ab\" }}", "xa")]
    [InlineData("{{ match \"a+\" \"aa\" }} {{ match \"a+\" \"b\" }} {{ match \"^a\" \"ba\" }}", "true false false")]
    [InlineData("{{ reReplaceAll \"a*\" \"x\" \"baaac\" }} {{ reReplaceAll \"b*\" \"-\" \"abb\" }}", "xbxcx -a-")]
    [InlineData("{{ title \"don't stop: x.y 3rd_try a-b a..b\" }}", "Don't Stop: X.y 3Rd_try A-B A..B")]
    [InlineData("{{ stripDomain \"1.2:80\" }} {{ stripDomain \"fe80::1\" }} {{ stripDomain \"[fe80::1%eth0]:80\" }}", "1:80 fe80::1 fe80::1%eth0:80")]
    [InlineData("{{ humanize \"010\" }} {{ humanize \"-infinity\" }} {{ humanize \"1e3\" }}", "10 -Inf 1k")]
    [InlineData("{{ urlQueryEscape \"a b&c=é\" }}", "a+b%26c%3D%C3%A9")]
    [InlineData("{{ title \"aa bB CC\" }} {{ toUpper \"aB\" }} {{ toLower \"aB\" }}", "Aa BB CC AB ab")]
    [InlineData("{{ stripPort $labels.instance }} {{ stripDomain \"a.b.example:80\" }} {{ stripDomain \"10.0.0.1:80\" }} {{ stripPort \"[::1]:80\" }}", "game-1 a:80 10.0.0.1:80 ::1")]
    [InlineData("{{ graphLink \"up == 0\" }}", "/graph?g0.expr=up+%3D%3D+0&g0.tab=0")]
    [InlineData("{{ parseDuration \"1h2m10ms\" }}", "3720.01")]
    [InlineData("{{ toTime \"1435065584.128\" }}", "2015-06-23 13:19:44.128 +0000 UTC")]
    [InlineData("{{ toDuration 90.5 }}", "1m30.5s")]
    public void Functions(string template, string expected) => Assert.Equal(expected, Expand(template));

    [Theory]
    [InlineData("humanize", 0.0, "0")]
    [InlineData("humanize", 1.0, "1")]
    [InlineData("humanize", 1234567.0, "1.235M")]
    [InlineData("humanize", .12, "120m")]
    [InlineData("humanize", -1234.5, "-1.234k")]
    [InlineData("humanize", double.PositiveInfinity, "+Inf")]
    [InlineData("humanize1024", 0.0, "0")]
    [InlineData("humanize1024", 1048576.0, "1Mi")]
    [InlineData("humanize1024", .12, "0.12")]
    [InlineData("humanizeDuration", 0.0, "0s")]
    [InlineData("humanizeDuration", 60.0, "1m 0s")]
    [InlineData("humanizeDuration", 3600.0, "1h 0m 0s")]
    [InlineData("humanizeDuration", 86400.0, "1d 0h 0m 0s")]
    [InlineData("humanizeDuration", 93784.0, "1d 2h 3m 4s")]
    [InlineData("humanizeDuration", 899.99, "14m 59s")]
    [InlineData("humanizeDuration", 12.345, "12.35s")]
    [InlineData("humanizeDuration", .1, "100ms")]
    [InlineData("humanizeDuration", .0001, "100us")]
    [InlineData("humanizeDuration", .12345, "123.5ms")]
    [InlineData("humanizeDuration", -1.0, "-1s")]
    [InlineData("humanizeDuration", double.NaN, "NaN")]
    [InlineData("humanizePercentage", 0.21875, "21.88%")]
    [InlineData("humanizePercentage", 1e-7, "1e-05%")]
    [InlineData("humanizeTimestamp", 1435065584.128, "2015-06-23 13:19:44.128 +0000 UTC")]
    [InlineData("humanizeTimestamp", double.PositiveInfinity, "+Inf")]
    public void Humanised(string function, double value, string expected) =>
        Assert.Equal(expected, Template.Parse($"{{{{ {function} $value }}}}").Expand(s_data with { Value = value }));

    [Theory]
    [InlineData("%.2f|%8.3f|%-8.1f|%08.1f|%+.1f", "0.22|   0.219|0.2     |000000.2|+0.2")]
    [InlineData("%v|%g|%e|%5v", "0.21875|0.21875|2.187500e-01|0.21875")]
    [InlineData("%d", "%!d(float64=0.21875)")]
    [InlineData("%f %f", "0.218750 %!f(MISSING)")]
    [InlineData("100%%", "100%%!(EXTRA float64=0.21875)")]
    public void Printf_of_the_value(string format, string expected) => Assert.Equal(expected, Expand($"{{{{ printf {Quoted(format)} {string.Join(' ', Enumerable.Repeat("$value", Math.Max(1, Verbs(format))))} }}}}"));

    [Theory]
    [InlineData("{{ printf \"%s %q %5s|%-5s| %.2s\" \"a\" \"b\" \"c\" \"d\" \"efg\" }}", "a \"b\"     c|d    | ef")]
    [InlineData("{{ printf \"%d %03d %x %t %T\" 7 7 255 true 1.5 }}", "7 007 ff true float64")]
    [InlineData("{{ printf \"%[2]s-%[1]s %[1]s%s\" \"a\" \"b\" }}", "b-a ab")]
    [InlineData("{{ printf \"%[3]d|%[x]d|%s\" 1 }}", "%!d(BADINDEX)|%!d(BADINDEX)|%!s(int=1)")]
    [InlineData("{{ printf \"%[1]*d|%.*f\" 4 7 1 2.55 }}", "   7|2.5")]
    [InlineData("{{ printf \"%.2v %G %08.2f|%+d|% d|%06.1f\" 1.2345 1e-9 -1.5 3 4 \"x\" }}", "1.2 1E-09 -0001.50|+3| 4|%!f(string=x)")]
    [InlineData("{{ printf \"%5.1f%%|%X|%q|%U|%b\" 99.95 \"hi\" \"a\\\"b\" 233 -5 }}", "100.0%|6869|\"a\\\"b\"|U+00E9|-101")]
    [InlineData("{{ printf \"%.0f %.0f %.2f\" 0.5 1.5 0.125 }}", "0 2 0.12")]
    public void Printf(string template, string expected) => Assert.Equal(expected, Expand(template));

    [Theory]
    [InlineData("{{ gt $value 1 }}", "incompatible types for comparison")]
    [InlineData("{{ query \"bad\" }}", "no such query")]
    [InlineData("{{ query \"none\" | first }}", "no elements")]
    [InlineData("{{ humanize \"x\" }}", "invalid syntax")]
    [InlineData("{{ define \"x\" }}{{ template \"x\" . }}{{ end }}{{ template \"x\" 1 }}", "maximum template depth")]
    [InlineData("{{ range 10000000 }}{{ end }}", "steps")]
    [InlineData("{{ range 900000 }}aaaaaaaaaaaaaaaaaaaa{{ end }}", "longer than")]
    [InlineData("{{ reReplaceAll \"(\" \"\" \"\" }}", "error parsing regexp")]
    [InlineData("{{ printf 1 }}", "expected string")]
    public void Errors_become_the_text(string template, string message)
    {
        var text = Template.Parse(template).ExpandOrExplain(s_data);
        Assert.StartsWith("<error expanding template: ", text, StringComparison.Ordinal);
        Assert.Contains(message, text, StringComparison.Ordinal);
    }

    private static string Expand(string template) => Template.Parse(template).Expand(s_data);

    private static string Quoted(string format) => $"\"{format}\"";

    private static int Verbs(string format) => format.StartsWith("%f %f", StringComparison.Ordinal) ? 1 : format.Replace("%%", "", StringComparison.Ordinal).Count(static c => c == '%');

    private static VectorSample Sample(string x, double value) => new(Labels.From([new("x", x)]), value);
}
