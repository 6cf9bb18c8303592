namespace Constructs.Harness;

/// <summary>
/// Declares what a scenario adds to one operation when the assembly is monitored. Operations that a scenario does not name must not move.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class CallsAttribute(string operation, int calls) : Attribute
{
    public string Operation { get; } = operation;

    /// <summary>Calls that ended, failed and cancelled ones included.</summary>
    public int Calls { get; } = calls;

    /// <summary>Those of the calls that failed.</summary>
    public int Failures { get; set; }

    /// <summary>Those of the calls that were cancelled.</summary>
    public int Cancellations { get; set; }
}
