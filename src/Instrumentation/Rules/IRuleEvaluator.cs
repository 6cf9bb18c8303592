namespace Instrumentation.Rules;

/// <summary>In a container, says that something evaluates <see cref="DeclaredRules"/>; without it the log says at the start that nothing does.</summary>
public interface IRuleEvaluator;
