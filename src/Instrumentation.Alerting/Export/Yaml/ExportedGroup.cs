namespace Instrumentation.Alerting.Export.Yaml;

/// <summary>A rule group as a rule file has it. This folder is compiled into the build task too, and keeps to what that knows.</summary>
internal sealed class ExportedGroup
{
    public ExportedGroup(string name) => Name = name;

    public string Name { get; }

    /// <summary>In milliseconds; null for the server's own.</summary>
    public long? Interval { get; set; }

    /// <summary>In milliseconds.</summary>
    public long QueryOffset { get; set; }

    public int Limit { get; set; }

    public List<ExportedRule> Rules { get; } = new();
}
