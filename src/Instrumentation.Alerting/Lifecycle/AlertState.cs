namespace Instrumentation.Alerting.Lifecycle;

/// <summary>How far an alert has come. In APIs it reads <c>inactive</c>, <c>pending</c>, <c>firing</c>, <c>resolved</c>.</summary>
public enum AlertState
{
    /// <summary>There is nothing wrong.</summary>
    Inactive,

    /// <summary>The condition holds, but not for long enough yet.</summary>
    Pending,

    /// <summary>The condition has held for long enough.</summary>
    Firing,

    /// <summary>It has fired, and is over.</summary>
    Resolved,
}
