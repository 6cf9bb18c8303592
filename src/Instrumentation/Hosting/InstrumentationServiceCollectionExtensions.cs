using Instrumentation.Hosting;
using Instrumentation.Monitoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // The namespace in which every other Add… is found.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the monitor to a host.</summary>
public static class InstrumentationServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IPerformanceMonitor"/>, its built-in hooks and every <see cref="Instrumentation.Hooks.IPerformanceHook"/> in the container,
    /// periodic collection, and the stand-alone metrics port when one is configured. Calling it again only adds another callback.
    /// </summary>
    /// <remarks>
    /// Settings are read from the section <c>Instrumentation</c> of the container's <see cref="IConfiguration"/> (without one, from the environment),
    /// then handed to <paramref name="configure"/>, and validated when the host starts: it does not start with a setting that is unreadable or
    /// out of range.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddInstrumentation(this IServiceCollection services, Action<InstrumentationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = services.AddOptions<InstrumentationOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<InstrumentationOptions>, ConfigureInstrumentationOptions>(
            static provider => new ConfigureInstrumentationOptions(provider.GetService<IConfiguration>())));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<InstrumentationOptions>, InstrumentationOptionsValidator>());
        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAddSingleton<PerformanceSources>();
        if (!services.Any(static service => service.ServiceType == typeof(SingletonMembers)))
        {
            // By a factory, so that the container disposes it; what is added to the services later is there by the time it is asked for.
            services.AddSingleton(_ => new SingletonMembers(services));
        }

        services.TryAddSingleton(MakeMonitor);
        services.TryAddSingleton<IPerformanceMonitor>(static provider => provider.GetRequiredService<PerformanceMonitor>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, InstrumentationHostedService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, GameEventHostedService>());
        return services;
    }

    private static PerformanceMonitor MakeMonitor(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<InstrumentationOptions>>().Value;
        return new PerformanceMonitor(new PerformanceMonitorOptions
        {
            MaxProfiledOperations = options.MaxProfiledOperations,
            Hooks = options.Hooks,
            Sources = provider.GetRequiredService<PerformanceSources>(),
            TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            LoggerFactory = provider.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
        });
    }
}
