using Instrumentation.Alerting;
using Instrumentation.Alerting.Hosting;
using Instrumentation.Alerting.Notifiers.Configuration;
using Instrumentation.Alerting.State;
using Instrumentation.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // The namespace in which every other Add… is found.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the rule engine to a host.</summary>
public static class AlertingServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="AlertManager"/> and <see cref="IAlerts"/>: the rules that assemblies declare, those of the configuration and of rule files are evaluated from the host's
    /// start to its end; every <see cref="Instrumentation.Alerting.Lifecycle.IAlertSink"/> and every notifier in the container is told. Calling it again only adds another callback.
    /// </summary>
    /// <remarks>
    /// Settings are read from the section <c>Instrumentation:Alerting</c> of the container's <see cref="IConfiguration"/>, then handed to <paramref name="configure"/>, and validated when
    /// the host starts: it does not start with a setting that is unreadable or out of range, with a mistake in a rule of the configuration, or in an <c>ALERT_…</c> variable. State is
    /// kept by an <see cref="IAlertStateStore"/> in the container, else in the file of <see cref="AlertingOptions.StatePath"/>.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddAlerting(this IServiceCollection services, Action<AlertingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<AlertingOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<AlertingOptions>, ConfigureAlertingOptions>(
            static provider => new ConfigureAlertingOptions(provider.GetService<IConfiguration>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlertingOptions>, ConfigureAlertingOptions>(
            static provider => new ConfigureAlertingOptions(provider.GetService<IConfiguration>())));
        if (configure is not null)
        {
            options.Configure(configure);
        }

        NotifierRegistration.AddTo(services);
        services.TryAddSingleton(static provider => new AlertManager(
            provider.GetRequiredService<IOptions<AlertingOptions>>().Value,
            provider.GetService<TimeProvider>(),
            provider.GetService<ILoggerFactory>(),
            store: provider.GetService<IAlertStateStore>()));
        services.TryAddSingleton<IAlerts>(static provider => provider.GetRequiredService<AlertManager>());
        services.TryAddSingleton<IRuleEvaluator>(static provider => new RuleEvaluator());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, AlertingHostedService>());
        return services;
    }

    private sealed class RuleEvaluator : IRuleEvaluator;
}
