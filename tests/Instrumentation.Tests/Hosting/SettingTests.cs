using Instrumentation.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Instrumentation.Tests.Hosting;

public sealed class SettingTests
{
    public static TheoryData<string> Keys => [.. Settings.All.Select(static setting => setting.Key)];

    [Theory]
    [InlineData("CollectionInterval", "30s", "00:00:30")]
    [InlineData("CollectionInterval", "0", "00:00:00")]
    [InlineData("CollectionInterval", "00:01:00", "00:01:00")]
    [InlineData("MetricsPath", "/internal/metrics", "/internal/metrics")]
    [InlineData("HealthPath", "/healthz", "/healthz")]
    [InlineData("MaxProfiledOperations", "7", "7")]
    [InlineData("Hooks:QueueCapacity", "65536", "65536")]
    [InlineData("Hooks:Timeout", "250ms", "00:00:00.2500000")]
    [InlineData("Hooks:Logging", "true", "true")]
    [InlineData("Hooks:Thresholds", "false", "false")]
    [InlineData("Hooks:Metrics", "False", "false")]
    [InlineData("Events:History", "true", "true")]
    [InlineData("Events:Hooks", "true", "true")]
    [InlineData("Events:Logging", "true", "true")]
    [InlineData("Events:HistorySize", "1000000", "1000000")]
    [InlineData("Events:MaxSubscribers", "7", "7")]
    [InlineData("Events:QueueCapacity", "9", "9")]
    [InlineData("Thresholds:MaxMemory", "2GB", "2147483648")]
    [InlineData("Thresholds:MaxMemory", "1048576", "1048576")]
    [InlineData("Thresholds:MaxThreads", "50", "50")]
    [InlineData("Thresholds:MaxErrorRate", "0.25", "0.25")]
    [InlineData("Thresholds:MinRequests", "3", "3")]
    [InlineData("MetricsServer:Port", "9091", "9091")]
    [InlineData("MetricsServer:Address", "any", "any")]
    [InlineData("MetricsServer:MaxConnections", "5", "5")]
    [InlineData("MetricsServer:RequestTimeout", "2s", "00:00:02")]
    [InlineData("MetricsServer:KeepAliveTimeout", "5m", "00:05:00")]
    public void ValueOfTheSectionIsBound(string key, string text, string expected)
    {
        var options = Options(($"Instrumentation:{key}", text));
        var setting = Settings.All.Single(setting => setting.Key == $"Instrumentation:{key}");
        Assert.Equal(expected, setting.Text(options));
    }

    [Theory]
    [InlineData("CollectionInterval", "15", "Instrumentation:CollectionInterval is '15' but must be 0 (off) or a duration from 100 ms to 1 day, such as '15s' or '00:00:15'.")]
    [InlineData("CollectionInterval", "2d", "Instrumentation:CollectionInterval is '2.00:00:00' but must be 0 (off) or a duration from 100 ms to 1 day, such as '15s' or '00:00:15'.")]
    [InlineData("MaxProfiledOperations", "0", "Instrumentation:MaxProfiledOperations is '0' but must be a whole number from 1 to 10000.")]
    [InlineData("Hooks:QueueCapacity", "many", "Instrumentation:Hooks:QueueCapacity is 'many' but must be a whole number from 1 to 65536.")]
    [InlineData("Hooks:Timeout", "1ms", "Instrumentation:Hooks:Timeout is '00:00:00.0010000' but must be a duration from 10 ms to 10 minutes, such as '15s' or '00:00:15'.")]
    [InlineData("Hooks:Logging", "yes", "Instrumentation:Hooks:Logging is 'yes' but must be 'true' or 'false'.")]
    [InlineData("Thresholds:MaxErrorRate", "5", "Instrumentation:Thresholds:MaxErrorRate is '5' but must be a share from 0 to 1, such as '0.05' for 5 %.")]
    [InlineData("Thresholds:MaxErrorRate", "NaN", "Instrumentation:Thresholds:MaxErrorRate is 'NaN' but must be a share from 0 to 1, such as '0.05' for 5 %.")]
    [InlineData("Events:HistorySize", "0", "Instrumentation:Events:HistorySize (or EVENT_STREAM_HISTORY_SIZE) is '0' but must be a whole number from 1 to 1000000.")]
    [InlineData("MetricsServer:Port", "70000", "Instrumentation:MetricsServer:Port (or PROMETHEUS_PORT) is '70000' but must be a TCP port from 0 (any free one) to 65535.")]
    [InlineData("MetricsServer:Address", "nowhere", "Instrumentation:MetricsServer:Address is 'nowhere' but must be 'loopback', 'any' or an IP address.")]
    [InlineData("HealthPath", "/metrics", "Instrumentation:MetricsPath and Instrumentation:HealthPath are both '/metrics' but must differ.")]
    public void MessageNamesKeyValueAndWhatIsAllowed(string key, string text, string message)
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Options(($"Instrumentation:{key}", text)));
        Assert.Equal([message], exception.Failures);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void EverySettingRefusesNonsenseByName(string key)
    {
        // Empty text keeps the default, so this is text that no setting can take.
        const string Nonsense = "\u0001?";
        var exception = Assert.Throws<OptionsValidationException>(() => Options((key, Nonsense)));
        var setting = Settings.All.Single(setting => setting.Key == key);
        var failure = Assert.Single(exception.Failures);
        Assert.StartsWith(key, failure, StringComparison.Ordinal);
        Assert.Contains($"is '{Nonsense}' but must be {setting.Allowed}.", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void AllMistakesAreReportedAtOnce()
    {
        var exception = Assert.Throws<OptionsValidationException>(
            () => Options(("Instrumentation:Hooks:Timeout", "x"), ("Instrumentation:MetricsPath", "metrics"), ("PROMETHEUS_PORT", "-1")));
        Assert.Equal(3, exception.Failures.Count());
    }

    [Fact]
    public void PortVariableWinsOverTheSection()
    {
        var options = Options(("PROMETHEUS_PORT", "9102"), ("Instrumentation:MetricsServer:Port", "9101"));
        Assert.Equal(9102, options.MetricsServer.Port);
    }

    [Fact]
    public void UnreadablePortVariableIsNamedItself()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Options(("PROMETHEUS_PORT", "http")));
        Assert.Equal(["PROMETHEUS_PORT is 'http' but must be a TCP port from 0 (any free one) to 65535."], exception.Failures);
    }

    [Fact]
    public void ServiceLinkOfKubernetesIsNoPort()
    {
        Assert.Null(Options(("PROMETHEUS_PORT", "tcp://10.0.0.1:9090")).MetricsServer.Port);
        Assert.Equal(9101, Options(("PROMETHEUS_PORT", "tcp://10.0.0.1:9090"), ("Instrumentation:MetricsServer:Port", "9101")).MetricsServer.Port);
    }

    [Fact]
    public void CallbackChangesWhatTheConfigurationSays()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Configuration(("Instrumentation:MaxProfiledOperations", "5"), ("Instrumentation:HealthPath", "/live")));
        services.AddInstrumentation(static options => options.MaxProfiledOperations = 6);
        using var provider = services.BuildServiceProvider();
        var bound = provider.GetRequiredService<IOptions<InstrumentationOptions>>().Value;
        Assert.Equal((6, "/live"), (bound.MaxProfiledOperations, bound.HealthPath));
    }

    [Fact]
    public void EnvironmentIsReadWithoutConfigurationWhateverItsCase()
    {
        const string Name = "INSTRUMENTATION__HOOKS__QUEUECAPACITY";
        Environment.SetEnvironmentVariable(Name, "77");
        try
        {
            using var provider = new ServiceCollection().AddInstrumentation().BuildServiceProvider();
            Assert.Equal(77, provider.GetRequiredService<IOptions<InstrumentationOptions>>().Value.Hooks.QueueCapacity);
        }
        finally
        {
            Environment.SetEnvironmentVariable(Name, null);
        }
    }

    private static InstrumentationOptions Options(params (string Key, string Value)[] values)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Configuration(values));
        using var provider = services.AddInstrumentation().BuildServiceProvider();
        return provider.GetRequiredService<IOptions<InstrumentationOptions>>().Value;
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.Select(static v => KeyValuePair.Create(v.Key, (string?)v.Value))).Build();
}
