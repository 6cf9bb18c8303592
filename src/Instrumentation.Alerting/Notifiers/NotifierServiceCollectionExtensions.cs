using Instrumentation.Alerting.Notifiers;
using Instrumentation.Alerting.Notifiers.Configuration;
using Instrumentation.Alerting.Notifiers.Logging;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Notifiers.Webhook;
using Microsoft.Extensions.DependencyInjection.Extensions;

#pragma warning disable IDE0130 // The namespace in which every other Add… is found.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets up who is told of alerts. <c>AddAlerting</c> has to be called as well.</summary>
public static class NotifierServiceCollectionExtensions
{
    /// <summary>Sets up Slack by code, after what the configuration says. Slack is told once there is an address of an incoming webhook.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Changes what the configuration says.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddSlackNotifier(this IServiceCollection services, Action<SlackOptions> configure) => Configure(services, configure);

    /// <summary>Sets up the generic webhook by code, after what the configuration says. It is told once there is an address.</summary>
    /// <inheritdoc cref="AddSlackNotifier"/>
    public static IServiceCollection AddWebhookNotifier(this IServiceCollection services, Action<WebhookOptions> configure) => Configure(services, configure);

    /// <summary>Sets up the notifier that writes to the log, or turns it off.</summary>
    /// <inheritdoc cref="AddSlackNotifier"/>
    public static IServiceCollection AddLogNotifier(this IServiceCollection services, Action<LogNotifierOptions> configure) => Configure(services, configure);

    /// <summary>Adds a notifier of one's own, with the default <see cref="NotifierOptions"/>; with others by <c>AlertManager.AddNotifier</c>.</summary>
    /// <typeparam name="T">The notifier.</typeparam>
    /// <param name="services">The container's services.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddNotifier<[System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(
        System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IServiceCollection services)
        where T : class, INotifier
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INotifier, T>());
        return services;
    }

    private static IServiceCollection Configure<T>(IServiceCollection services, Action<T> configure)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        NotifierRegistration.AddTo(services);
        return services.Configure(configure);
    }
}
