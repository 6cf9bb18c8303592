using Microsoft.Extensions.Options;

namespace Instrumentation.Hosting;

/// <summary>Names every unreadable or out-of-range setting at once, with its key, its value and what is allowed.</summary>
internal sealed class InstrumentationOptionsValidator : IValidateOptions<InstrumentationOptions>
{
    public ValidateOptionsResult Validate(string? name, InstrumentationOptions options)
    {
        var failures = new List<string>(options.UnreadableSettings);
        failures.AddRange(Settings.All.Select(setting => setting.Validate(options)).OfType<string>());
        if (string.Equals(options.MetricsPath, options.HealthPath, StringComparison.OrdinalIgnoreCase))
        {
            failures.Add($"Instrumentation:MetricsPath and Instrumentation:HealthPath are both '{options.MetricsPath}' but must differ.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
