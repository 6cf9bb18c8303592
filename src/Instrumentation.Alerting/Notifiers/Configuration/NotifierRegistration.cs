using System.Collections;
using Instrumentation.Alerting.Notifiers.Http;
using Instrumentation.Alerting.Notifiers.Logging;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Notifiers.Webhook;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Instrumentation.Alerting.Notifiers.Configuration;

/// <summary>Brings the notifiers that are configured to the manager.</summary>
internal static class NotifierRegistration
{
    /// <summary>Adds the options of the built-in notifiers. Calling it again changes nothing.</summary>
    internal static void AddTo(IServiceCollection services)
    {
        Add(services, SlackOptions.SectionName, NotifierSettings.Slack);
        Add(services, WebhookOptions.SectionName, NotifierSettings.Webhook);
        Add(services, LogNotifierOptions.SectionName, NotifierSettings.Log);
    }

    /// <summary>Adds the configured notifiers to the manager, once its state is restored: what each had not been told it is told then.</summary>
    internal static void AddConfigured(AlertManager manager, IServiceProvider services)
    {
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var log = services.GetRequiredService<IOptions<LogNotifierOptions>>().Value;
        if (log.Enabled)
        {
            var loggers = services.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance;
            manager.AddNotifier(new LogNotifier(loggers.CreateLogger<LogNotifier>()), log);
        }

        var slack = services.GetRequiredService<IOptions<SlackOptions>>().Value;
        if (slack.IsConfigured)
        {
            manager.AddNotifier(new SlackNotifier(slack, time: time));
        }

        var webhook = services.GetRequiredService<IOptions<WebhookOptions>>().Value;
        if (webhook.IsConfigured)
        {
            manager.AddNotifier(new WebhookNotifier(webhook, time: time));
        }
    }

    private static void Add<T>(IServiceCollection services, string section, IReadOnlyList<NotifierSetting<T>> settings)
        where T : NotifierOptions, new()
    {
        services.AddOptions<T>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<T>, Binder<T>>(
            provider => new Binder<T>(provider.GetService<IConfiguration>() ?? FromEnvironment(), section, settings)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<T>, Validator<T>>(_ => new Validator<T>(section)));
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

    private sealed class Binder<T>(IConfiguration configuration, string section, IReadOnlyList<NotifierSetting<T>> settings) : IConfigureOptions<T>
        where T : NotifierOptions
    {
        public void Configure(T options)
        {
            foreach (var setting in settings)
            {
                setting.Bind(configuration, section, options);
            }
        }
    }

    private sealed class Validator<T>(string section) : IValidateOptions<T>
        where T : NotifierOptions
    {
        public ValidateOptionsResult Validate(string? name, T options)
        {
            // One that is off has nothing to be held to.
            var isOff = options is HttpNotifierOptions { IsConfigured: false };
            List<string> problems = [.. options.UnreadableSettings, .. isOff ? [] : options.Problems(section)];
            return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
        }
    }
}
