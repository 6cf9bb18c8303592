namespace Instrumentation.Alerting.Rules;

/// <summary>A rule that cannot be evaluated, whatever the samples; the message names the rule, the place and what to write instead.</summary>
public sealed class RuleException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public RuleException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="inner">What was thrown first.</param>
    public RuleException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
