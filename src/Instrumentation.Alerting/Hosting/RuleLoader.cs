using Instrumentation.Alerting.Rules;
using Instrumentation.Alerting.Rules.Sources;
using Instrumentation.Metrics;
using Instrumentation.Operations;
using Instrumentation.PromQL.Conditions;
using Instrumentation.Rules;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.Alerting.Hosting;

/// <summary>Brings the rules of all sources to the manager, at the start and whenever they change.</summary>
internal sealed class RuleLoader
{
    private readonly AlertManager _manager;
    private readonly AlertingOptions _options;
    private readonly IConfiguration? _configuration;
    private readonly InstrumentRegistry _registry;
    private readonly Lock _gate = new();
    private readonly RuleLoadFailures _failures;
    private readonly RuleFileSet _files;
    private readonly ILogger _logger;
    private readonly HashSet<string> _toldVariables = new(StringComparer.Ordinal);
    private int _declaredSets;
    private bool _hasUnknownOperations;

    internal RuleLoader(AlertManager manager, AlertingOptions options, IConfiguration? configuration, InstrumentRegistry registry, ILogger logger)
    {
        (_manager, _options, _configuration, _registry, _logger) = (manager, options, configuration, registry, logger);
        _failures = new RuleLoadFailures(registry, logger);
        _files = new RuleFileSet(manager, options.RuleFiles, _failures, logger);
    }

    /// <summary>Loads everything for the first time.</summary>
    /// <exception cref="OptionsValidationException">A rule of an assembly or of the configuration, or a threshold of the environment, has a mistake.</exception>
    internal void Start()
    {
        var problems = new List<string>();
        lock (_gate)
        {
            LoadDeclared(problems);
            LoadConfigured(problems);
            _files.Refresh();
        }

        if (problems.Count > 0)
        {
            throw new OptionsValidationException(nameof(AlertingOptions), typeof(AlertingOptions), problems);
        }
    }

    /// <summary>Looks for rule files that changed, and for assemblies that were loaded meanwhile.</summary>
    internal void Refresh()
    {
        lock (_gate)
        {
            if (DeclaredRules.All.Count != _declaredSets)
            {
                var declared = new List<string>();
                LoadDeclared(declared);
                Tell("assemblies", declared);
            }

            if (_hasUnknownOperations)
            {
                var configured = new List<string>();
                LoadConfigured(configured);
                Tell(ConfiguredRules.SectionName, configured);
            }

            _files.Refresh();
        }
    }

    /// <summary>Reads the configuration anew; with a mistake in it the rules stay as they are.</summary>
    internal void ConfigurationChanged()
    {
        lock (_gate)
        {
            var problems = new List<string>();
            LoadConfigured(problems);
            Tell(ConfiguredRules.SectionName, problems);
        }
    }

    private void LoadDeclared(List<string> problems)
    {
        if (!_options.DeclaredRules)
        {
            return;
        }

        var overrides = new ThresholdOverrides(_configuration is null ? Environment() : _configuration.AsEnumerable());
        var sets = DeclaredRules.All;
        _declaredSets = sets.Count;
        foreach (var source in sets.GroupBy(static set => set.Assembly))
        {
            // An assembly may add rules in several sets; their groups of one name are one.
            var groups = source.SelectMany(DeclaredGroups.Of).GroupBy(static group => group.Name)
                .Select(same => same.First() with { Rules = [.. same.SelectMany(static group => group.Rules).Select(rule => Apply(overrides, rule, problems))] })
                .ToList();
            Replace(source.Key, groups, problems);
        }

        foreach (var (name, meant) in overrides.Misspelt().Where(variable => _toldVariables.Add(variable.Name)))
        {
            AlertingLog.ThresholdOfNoRule(_logger, name, meant);
        }
    }

    private static Rule Apply(ThresholdOverrides overrides, Rule rule, List<string> problems) => rule is AlertRule alert ? overrides.Apply(alert, problems) : rule;

    private void LoadConfigured(List<string> problems)
    {
        if (_configuration is null)
        {
            return;
        }

        var before = problems.Count;
        _hasUnknownOperations = false;
        var groups = ConfiguredRules.Read(_configuration, problems, Find);
        if (problems.Count == before)
        {
            Replace(ConfiguredRules.Source, groups, problems);
        }
    }

    private ConditionSubject Find(string operation)
    {
        var known = Array.Find(OperationCatalog.Of(_registry).Operations, known => known.Name == operation);

        // Its assembly may be loaded later; the rule is read again then.
        _hasUnknownOperations |= known is null;
        return known is { Definition: var definition }
            ? ConditionSubject.Operation(operation, definition.Prefix, definition.Service, definition.Metric, definition.Buckets)
            : ConditionSubject.Operation(operation);
    }

    private void Replace(string source, IReadOnlyList<RuleGroup> groups, List<string> problems)
    {
        try
        {
            _manager.ReplaceGroups(source, groups);
        }
        catch (RuleException exception)
        {
            problems.Add($"Rules of {source}: {exception.Message}");
        }
    }

    private void Tell(string source, List<string> problems)
    {
        if (problems.Count > 0)
        {
            _failures.Tell(source, string.Join(System.Environment.NewLine, problems));
        }
        else
        {
            _failures.Clear(source);
        }
    }

    private static IEnumerable<KeyValuePair<string, string?>> Environment() =>
        System.Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Select(static variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value));
}
