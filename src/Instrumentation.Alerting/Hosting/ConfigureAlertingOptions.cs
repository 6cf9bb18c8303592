using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Instrumentation.Alerting.Hosting;

/// <summary>Reads the section, and refuses what it says if that makes no sense.</summary>
internal sealed class ConfigureAlertingOptions(IConfiguration? configuration) : IConfigureOptions<AlertingOptions>, IValidateOptions<AlertingOptions>
{
    public void Configure(AlertingOptions options)
    {
        if (configuration is not null)
        {
            AlertingSettings.Bind(configuration, options);
        }
    }

    public ValidateOptionsResult Validate(string? name, AlertingOptions options)
    {
        var problems = AlertingSettings.Problems(options).ToList();
        try
        {
            _ = new History.SelectionBook(options.Selectors);
        }
        catch (ArgumentException exception)
        {
            problems.Add($"{AlertingOptions.SectionName}:Selectors: {exception.Message}");
        }

        problems.AddRange(options.TargetLabels.Keys
            .Where(static label => !PromQL.Parsing.Characters.IsPlainLabelName(label) || label.StartsWith("__", StringComparison.Ordinal))
            .Select(static label => $"{AlertingOptions.SectionName}:TargetLabels has '{label}', which is no label name."));

        // Rules of the configuration and thresholds of the environment are part of what the host starts with.
        if (configuration is not null)
        {
            _ = Rules.Sources.ConfiguredRules.Read(configuration, problems);
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
