namespace Instrumentation.PromQL.Evaluation;

/// <summary>How much an annotation matters.</summary>
public enum AnnotationLevel
{
    /// <summary>The result is right, and yet may not be what was meant.</summary>
    Info,

    /// <summary>The result is wrong or incomplete.</summary>
    Warning,
}
