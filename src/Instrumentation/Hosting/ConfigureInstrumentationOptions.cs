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
        var values = new Dictionary<string, string?>();
        foreach (var setting in Settings.All)
        {
            values[setting.Key] = Environment.GetEnvironmentVariable(setting.EnvironmentVariable);
            if (setting.Alias is { } alias)
            {
                values[alias] = Environment.GetEnvironmentVariable(alias);
            }
        }

        return new ConfigurationBuilder().AddInMemoryCollection(values).Build();
    }
}
