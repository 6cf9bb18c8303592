namespace Instrumentation.Alerting.Export.Yaml;

/// <summary>A rule as a rule file has it. Durations are in milliseconds.</summary>
internal sealed class ExportedRule
{
    public ExportedRule(bool isAlert, string name, string expression) => (IsAlert, Name, Expression) = (isAlert, name, expression);

    public bool IsAlert { get; }

    public string Name { get; }

    public string Expression { get; }

    public long For { get; set; }

    public long KeepFiringFor { get; set; }

    public List<KeyValuePair<string, string>> Labels { get; } = new();

    public List<KeyValuePair<string, string>> Annotations { get; } = new();

    /// <summary>Lines about what a server does differently, or where the rule comes from.</summary>
    public List<string> Remarks { get; } = new();

    /// <summary>Sets a label unless it is there.</summary>
    public void AddLabel(string name, string value)
    {
        if (!Labels.Exists(label => label.Key == name))
        {
            Labels.Add(new KeyValuePair<string, string>(name, value));
        }
    }

    /// <summary>Adds an annotation if there is anything to say.</summary>
    public void AddAnnotation(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            Annotations.Add(new KeyValuePair<string, string>(name, value!));
        }
    }
}
