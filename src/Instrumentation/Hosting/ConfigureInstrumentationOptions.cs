using System.Collections;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Instrumentation.Hosting;

/// <summary>
/// Binds the section by hand, which needs no reflection and can name the key, the value and what is allowed. Without an
/// <see cref="IConfiguration"/> in the container the environment is read directly.
/// </summary>
internal sealed class ConfigureInstrumentationOptions(IConfiguration? configuration) : IConfigureOptions<InstrumentationOptions>
{
    private readonly IConfiguration _configuration = configuration ?? FromEnvironment();

    public void Configure(InstrumentationOptions options)
    {
        foreach (var setting in Settings.All)
        {
            setting.Bind(_configuration, options);
        }
    }

    private static IConfiguration FromEnvironment()
    {
        // Without regard to case, as the environment of a host's configuration is.
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            values[((string)variable.Key).Replace("__", ":", StringComparison.Ordinal)] = (string?)variable.Value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
