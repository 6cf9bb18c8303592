using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>One monitored method: the wrapper's body goes into the target, and the target's body into the twin that the wrapper calls.</summary>
internal sealed class Splice(MethodDefinition wrapper, MethodDefinition target, MethodDefinition twin, IMetadataScope runtime)
{
    public MethodDefinition Wrapper { get; } = wrapper;

    public MethodDefinition Target { get; } = target;

    public MethodDefinition Twin { get; } = twin;

    /// <summary>The assembly of the runtime, where the wrapper's attribute and the monitored builders live.</summary>
    public IMetadataScope Runtime { get; } = runtime;

    /// <summary>Whether the wrapper hands a started call to the builder of the target's state machine, which then has to be a monitored one.</summary>
    public bool HandsOverToBuilder { get; } = wrapper.Body.Instructions.Any(instruction =>
        instruction.OpCode.FlowControl == FlowControl.Call
        && instruction.Operand is MethodReference { Name: WeavingNames.StartAsync, DeclaringType.FullName: WeavingNames.OperationType });
}
