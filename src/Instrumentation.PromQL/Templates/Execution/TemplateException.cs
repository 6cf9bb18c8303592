namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>A template that cannot be expanded with the data it was given.</summary>
public sealed class TemplateException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why it cannot be expanded.</param>
    public TemplateException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why it cannot be expanded.</param>
    /// <param name="inner">What was thrown first.</param>
    public TemplateException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
