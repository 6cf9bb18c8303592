using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>The generated method by which an assembly knows, when it starts, whether it was woven.</summary>
internal static class WovenFlag
{
    /// <summary>Makes the flag return true. False when there is none, or when it does already.</summary>
    public static bool Raise(ModuleDefinition module)
    {
        var raised = false;
        foreach (var flag in module.GetTypes().SelectMany(type => type.Methods).Where(method => SpliceFinder.MarkerOf(method, WeavingNames.WovenFlag) is not null))
        {
            if (ReturnsTrue(flag))
            {
                continue;
            }

            var il = new MethodBody(flag).GetILProcessor();
            il.Emit(OpCodes.Ldc_I4_1);
            il.Emit(OpCodes.Ret);
            flag.Body = il.Body;
            flag.DebugInformation.SequencePoints.Clear();
            flag.DebugInformation.Scope = null;
            flag.CustomDebugInformations.Clear();
            raised = true;
        }

        return raised;
    }

    private static bool ReturnsTrue(MethodDefinition flag) =>
        flag.Body.Instructions.Count == 2 && flag.Body.Instructions[0].OpCode.Code == Code.Ldc_I4_1;
}
