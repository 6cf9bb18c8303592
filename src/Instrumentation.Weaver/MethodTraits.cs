using Mono.Cecil;

namespace Instrumentation.Weaver;

/// <summary>The implementation flags and debugger attributes that belong to a body rather than to the method that callers see.</summary>
internal static class MethodTraits
{
    // MethodImplAttributes.Async of .NET 10: the runtime itself suspends such a method. Cecil has no name for it.
    private const MethodImplAttributes RuntimeAsync = (MethodImplAttributes)0x2000;
    private const MethodImplAttributes AggressiveOptimization = (MethodImplAttributes)0x200;

    // What says how a body is to be compiled or entered. Synchronized is among them so that waiting for the lock is part of the measured call.
    private const MethodImplAttributes OfBody = RuntimeAsync
        | AggressiveOptimization
        | MethodImplAttributes.AggressiveInlining
        | MethodImplAttributes.NoOptimization
        | MethodImplAttributes.NoInlining
        | MethodImplAttributes.Synchronized;

    // With these the author wants a frame of the method's own; that must stay true of the method that is called.
    private const MethodImplAttributes KeepsFrame = MethodImplAttributes.NoInlining | MethodImplAttributes.NoOptimization;

    private static readonly HashSet<string> s_debuggerAttributes =
    [
        "System.Diagnostics.DebuggerHiddenAttribute",
        "System.Diagnostics.DebuggerStepThroughAttribute",
        "System.Diagnostics.DebuggerNonUserCodeAttribute",
        "System.Diagnostics.StackTraceHiddenAttribute",
    ];

    /// <summary>Gives the twin the traits of the target's body, and the target those of the wrapper's.</summary>
    public static void Move(Splice splice)
    {
        var (wrapper, target, twin) = (splice.Wrapper, splice.Target, splice.Twin);
        var body = target.ImplAttributes & OfBody;
        target.ImplAttributes = (target.ImplAttributes & ~OfBody) | (wrapper.ImplAttributes & OfBody);
        if ((body & KeepsFrame) != 0)
        {
            target.ImplAttributes |= MethodImplAttributes.NoInlining;
        }

        twin.ImplAttributes = (twin.ImplAttributes & ~OfBody) | body;

        CopyDebuggerAttributes(target, twin);
        CopyDebuggerAttributes(wrapper, target);
    }

    private static void CopyDebuggerAttributes(MethodDefinition from, MethodDefinition to)
    {
        foreach (var attribute in from.CustomAttributes.Where(attribute => s_debuggerAttributes.Contains(attribute.AttributeType.FullName)))
        {
            if (!to.CustomAttributes.Any(present => present.AttributeType.FullName == attribute.AttributeType.FullName))
            {
                to.CustomAttributes.Add(new CustomAttribute(attribute.Constructor, attribute.GetBlob()));
            }
        }
    }
}
