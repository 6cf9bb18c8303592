using Instrumentation.PromQL.Templates.Execution;
using Instrumentation.PromQL.Templates.Parsing;

namespace Instrumentation.PromQL.Tests.Templates;

/// <summary>Times and durations in templates, which have methods as they have in Go.</summary>
public class TimeTests
{
    // Sunday, the 3rd of March 2024, 14:07:09.75.
    private static readonly TemplateData s_data = new() { Value = 1_709_474_829.75, Time = DateTimeOffset.FromUnixTimeMilliseconds(1_709_474_829_750) };

    [Theory]
    [InlineData("2006-01-02 15:04:05", "2024-03-03 14:07:09")]
    [InlineData("2006-01-02T15:04:05.999Z07:00", "2024-03-03T14:07:09.75Z")]
    [InlineData("05.000 05,00 05.999999999", "09.750 09,75 09.75")]
    [InlineData("Mon, 02 Jan 2006 15:04:05 MST", "Sun, 03 Mar 2024 14:07:09 UTC")]
    [InlineData("Monday _2 January 06, 3:4:5 PM pm", "Sunday  3 March 24, 2:7:9 PM pm")]
    [InlineData("002 __2 1 2 03 -0700 -07:00 Z0700", "063  63 3 3 02 +0000 +00:00 Z")]
    [InlineData("Month Money Jane", "Month Money Jane")]
    public void Format_takes_the_layouts_of_Go(string layout, string expected) => Assert.Equal(expected, Expand($"{{{{ ($value | toTime).Format \"{layout}\" }}}}"));

    [Theory]
    [InlineData("(now | toTime).Year", "2024")]
    [InlineData("(now | toTime).Month", "March")]
    [InlineData("(now | toTime).Month.String", "March")]
    [InlineData("(now | toTime).Weekday", "Sunday")]
    [InlineData("(now | toTime).YearDay", "63")]
    [InlineData("(now | toTime).Unix", "1709474829")]
    [InlineData("(now | toTime).UnixMilli", "1709474829750")]
    [InlineData("printf \"%d\" (now | toTime).Month", "3")]
    [InlineData("eq (now | toTime).Weekday 0", "true")]
    [InlineData("lt (now | toTime).Month 3", "false")]
    [InlineData("((now | toTime).Add (toDuration 90)).Minute", "8")]
    [InlineData("((now | toTime).Add (\"-1h\" | parseDuration | toDuration)).Format \"15:04\"", "13:07")]
    [InlineData("(\"-1h\" | parseDuration | toDuration | (now | toTime).Add).Hour", "13")]
    [InlineData("((now | toTime).AddDate 0 -1 28).Format \"2006-01-02\"", "2024-03-02")]
    [InlineData("((now | toTime).Truncate (toDuration 3600)).Format \"15:04:05.0\"", "14:00:00.0")]
    [InlineData("((now | toTime).Sub (toTime 1709474820)).Seconds", "9.75")]
    [InlineData("(now | toTime).After (toTime 0)", "true")]
    public void Times_have_methods(string expression, string expected) => Assert.Equal(expected, Expand($"{{{{ {expression} }}}}"));

    [Theory]
    [InlineData("(toDuration 5400).Hours", "1.5")]
    [InlineData("(toDuration 1.5).Milliseconds", "1500")]
    [InlineData("((toDuration 100).Round (toDuration 60)).String", "2m0s")]
    [InlineData("(toDuration 100).Truncate (toDuration 60)", "1m0s")]
    [InlineData("(toDuration -2).Abs", "2s")]
    [InlineData("toDuration 0.0000002", "200ns")]
    [InlineData("with $d := toDuration 5400 }}{{ $d.Minutes }}{{ end", "90")]
    [InlineData("parseDuration \"-1h30m\"", "-5400")]
    public void Durations_have_methods(string expression, string expected) => Assert.Equal(expected, Expand($"{{{{ {expression} }}}}"));

    [Theory]
    [InlineData("humanizeTimestamp -9223372035", "1677-09-21 00:12:45 +0000 UTC")]
    [InlineData("humanizeTimestamp 1.0019", "1970-01-01 00:00:01.001 +0000 UTC")]
    public void The_times_are_those_that_Go_can_tell(string expression, string expected) => Assert.Equal(expected, Expand($"{{{{ {expression} }}}}"));

    [Theory]
    [InlineData("humanizeTimestamp 1e10", "error calling humanizeTimestamp: 1e+10 cannot be represented")]
    [InlineData("toTime \"NaN\"", "error calling toTime: value is NaN or Inf")]
    [InlineData("(now | toTime).Format", "wrong number of args for Format: want 1 got 0")]
    [InlineData("(now | toTime).Format 1", "error calling Format: it takes a string")]
    [InlineData("(now | toTime).Hours", "can't evaluate field Hours in type time.Time")]
    [InlineData("((now | toTime).AddDate 9999 0 0)", "after the year 9999")]
    [InlineData("(toDuration 1).Add (toDuration 1)", "in type time.Duration")]
    [InlineData("(args 1).arg0 2", "arg0 has arguments but cannot be invoked as function")]
    public void What_they_cannot_do_becomes_the_text(string expression, string message) =>
        Assert.Contains(message, Template.Parse($"{{{{ {expression} }}}}").ExpandOrExplain(s_data), StringComparison.Ordinal);

    [Theory]
    [InlineData("{{ .Labels.x \"a\" }}")]
    [InlineData("{{ $labels.x 1 }}")]
    [InlineData("{{ 1 | $value }}")]
    [InlineData("{{ \"x\" | .Labels.x }}")]
    public void What_is_no_method_takes_no_arguments(string template) =>
        Assert.Contains("is no function and takes no arguments", Assert.Single(TemplateParser.Parse(template).Errors).Message, StringComparison.Ordinal);

    private static string Expand(string template) => Template.Parse(template).Expand(s_data);
}
