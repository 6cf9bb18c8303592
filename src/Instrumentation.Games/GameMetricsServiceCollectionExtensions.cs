using Instrumentation.Games.Rules;
using Instrumentation.Metrics;
using Instrumentation.Rules;

#pragma warning disable IDE0130 // The namespace in which every other Add… is found.
namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the ready-made alert rules to a host.</summary>
public static class GameMetricsServiceCollectionExtensions
{
    private const string Assembly = "Instrumentation.Games";
    private const string DefaultPrefix = "game";

    private static readonly HashSet<(string Name, string Expression)> s_added = [];

    /// <summary>
    /// Has the rule engine evaluate the ready-made alert rules for games, under the prefix that the metrics have. Without a rule engine it does nothing. The metrics themselves need no
    /// call.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Chooses the rules.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddGameRules(this IServiceCollection services, Action<GameRuleOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        var options = new GameRuleOptions();
        configure?.Invoke(options);
        var prefix = MetricPrefixes.Of(Assembly, DefaultPrefix);
        AlertRuleDefinition[] rules =
        [
            .. options.Gameplay ? GameRules.Gameplay(prefix) : [],
            .. options.Connections ? GameRules.Connections(prefix) : [],
            .. GameRules.Database(prefix, options.Database),
        ];
        lock (s_added)
        {
            // A process may have several hosts, and rules are of the process.
            DeclaredRules.Add(Assembly, [.. rules.Where(rule => s_added.Add((rule.Name, rule.Expression)))], []);
        }

        return services;
    }
}
