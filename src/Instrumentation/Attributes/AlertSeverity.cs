namespace Instrumentation;

/// <summary>How bad it is, in ascending order. In labels it reads <c>info</c>, <c>warning</c>, <c>error</c>, <c>critical</c>.</summary>
public enum AlertSeverity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>To be looked at in working hours.</summary>
    Warning,

    /// <summary>Players notice.</summary>
    Error,

    /// <summary>Somebody has to get up.</summary>
    Critical,
}
