namespace Instrumentation;

/// <summary>Takes one method out of a type that bears <see cref="MonitoredOperationAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class NotMonitoredAttribute : Attribute;
