namespace Instrumentation.PromQL.Conditions;

/// <summary>What sort of mistake a condition has.</summary>
public enum ConditionProblem
{
    /// <summary>It cannot be read.</summary>
    Syntax,

    /// <summary>There is no such shorthand, or there is nothing that it could stand for here.</summary>
    UnknownShorthand,

    /// <summary>It asks something of a metric that metrics of its kind cannot answer.</summary>
    WrongKind,

    /// <summary>The number is in a unit that does not fit, or that there is none of.</summary>
    WrongUnit,

    /// <summary>It holds always or never. A warning: the condition can be evaluated.</summary>
    Constant,

    /// <summary>It reads a metric that nobody declares, and that is spelt much like one there is.</summary>
    MisspeltMetric,

    /// <summary>It reads a metric that nobody declares. A warning: it may come from elsewhere.</summary>
    UnknownMetric,

    /// <summary>It uses a label that the metric does not have, or a value that the label cannot take.</summary>
    UnknownLabel,
}
