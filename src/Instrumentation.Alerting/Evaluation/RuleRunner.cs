using Instrumentation.Alerting.Rules;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>One rule, compiled, and how its evaluations went.</summary>
internal abstract class RuleRunner(EngineContext context, Rule rule)
{
    internal Rule Rule { get; } = rule;

    /// <summary>What it evaluates.</summary>
    internal abstract IEnumerable<RuleExpression> Expressions { get; }

    internal RuleHealth Health { get; private set; }

    internal string? LastError { get; private set; }

    /// <summary>In milliseconds since 1970; 0 before the first.</summary>
    internal long LastEvaluation { get; private set; }

    internal TimeSpan Duration { get; private set; }

    protected EngineContext Context { get; } = context;

    /// <summary>Evaluates the rule.</summary>
    /// <exception cref="RuleEvaluationException">The result is not usable.</exception>
    /// <exception cref="PromQL.Evaluation.QueryException">The samples do not fit the expression, or a limit was reached.</exception>
    internal abstract void Evaluate(in Evaluation evaluation);

    /// <summary>Ends the series that the rule writes, and what else it began; called when the rule is removed.</summary>
    internal abstract void End(long time);

    /// <summary>Moves all times after the clock was set. The caller holds the gate.</summary>
    internal virtual void Shift(long by) => LastEvaluation = LastEvaluation == 0 ? 0 : LastEvaluation + by;

    /// <summary>Notes how an evaluation went.</summary>
    internal void Note(long time, TimeSpan duration, string? error)
    {
        lock (Context.Gate)
        {
            (LastEvaluation, Duration, LastError) = (time, duration, error);
            Health = error is null ? RuleHealth.Ok : RuleHealth.Failed;
        }
    }

    internal virtual RuleStatus Status() => new()
    {
        Rule = Rule,
        Health = Health,
        LastError = LastError,
        LastEvaluation = LastEvaluation == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(LastEvaluation),
        EvaluationDuration = Duration,
    };
}
