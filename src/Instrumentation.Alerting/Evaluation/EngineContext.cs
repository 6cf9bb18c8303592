using Instrumentation.Alerting.Lifecycle;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>What all rules share.</summary>
internal sealed class EngineContext
{
    internal EngineContext(Lock gate, AlertingOptions options, SampleStore store, TransitionLedger ledger, RuleCounters counters, TimeProvider time)
    {
        Gate = gate;
        Options = options;
        Store = store;
        Ledger = ledger;
        Counters = counters;
        Time = time;
        TargetLabels = Labels.From(options.TargetLabels.Select(static pair => new Label(pair.Key, pair.Value)));
        QueryOptions = new QueryOptions { Timeout = options.EvaluationTimeout, TimeProvider = time };
    }

    /// <summary>Guards every alert's state; held only for work in memory.</summary>
    internal Lock Gate { get; }

    internal AlertingOptions Options { get; }

    internal SampleStore Store { get; }

    internal TransitionLedger Ledger { get; }

    internal RuleCounters Counters { get; }

    internal TimeProvider Time { get; }

    internal Labels TargetLabels { get; }

    internal QueryOptions QueryOptions { get; }

    /// <summary>The time of the first sampling, in milliseconds; 0 before it.</summary>
    internal long HistoryStart { get; set; }

    /// <summary>Answers a template's <c>query</c>.</summary>
    /// <exception cref="ParseException">The text is no query.</exception>
    /// <exception cref="QueryException">The samples do not fit it.</exception>
    internal IReadOnlyList<VectorSample> QueryForTemplate(string text, long time) =>
        new Query(PromQLParser.ParseOrThrow(text), QueryOptions).EvaluateVector(Store, time).ToArray();
}
