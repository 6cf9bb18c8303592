namespace Instrumentation.Generator.Model;

/// <summary>How the end of a call is seen, and so what the wrapper looks like.</summary>
internal enum CallShape
{
    /// <summary>The call ends when the method returns or throws.</summary>
    Synchronous,

    /// <summary>Returns a task it did not make by <c>async</c>: the call ends with that very task.</summary>
    TaskReturning,

    /// <summary>The same with a value task, which is consumed once.</summary>
    ValueTaskReturning,

    /// <summary>An <c>async</c> method with a state machine: its builder, exchanged by the weaver, sees the end.</summary>
    AsyncStateMachine,

    /// <summary>An <c>async</c> method without a state machine (<c>runtime-async=on</c>): the wrapper awaits it.</summary>
    RuntimeAsync,

    /// <summary>An iterator: the call lasts from the first MoveNext to the end of the enumeration.</summary>
    Iterator,
}
