using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>Keeps <c>MethodBase.GetCurrentMethod()</c> true in a body that moves: it goes on naming the method that the source shows.</summary>
internal static class CurrentMethod
{
    private const string MethodBaseType = "System.Reflection.MethodBase";

    /// <summary>To be called while the body is still in the target.</summary>
    public static void Pin(MethodDefinition target)
    {
        var body = target.Body;
        var calls = body.Instructions.Where(AsksForCurrentMethod).ToList();
        if (calls.Count == 0)
        {
            return;
        }

        LengthenBranches(body);
        var il = body.GetILProcessor();
        foreach (var call in calls)
        {
            // The call itself becomes the first of the three, so that branches and sequence points that meet it stay where they are.
            var question = (MethodReference)call.Operand;
            call.OpCode = OpCodes.Ldtoken;
            call.Operand = target;
            var type = il.Create(OpCodes.Ldtoken, (TypeReference)target.DeclaringType);
            il.InsertAfter(call, type);
            il.InsertAfter(type, il.Create(OpCodes.Call, MethodFromHandle(question)));
        }
    }

    /// <summary>Whether a body asks who called it, which a wrapper changes.</summary>
    public static bool AsksForCaller(MethodDefinition method) => method.Body.Instructions.Any(instruction =>
        instruction.Operand is MethodReference { Name: "GetCallingAssembly", DeclaringType.FullName: "System.Reflection.Assembly" });

    private static bool AsksForCurrentMethod(Instruction instruction) =>
        instruction.OpCode.Code == Code.Call
        && instruction.Operand is MethodReference { Name: "GetCurrentMethod", DeclaringType.FullName: MethodBaseType };

    private static MethodReference MethodFromHandle(MethodReference question)
    {
        var methodBase = question.DeclaringType;
        var reference = new MethodReference("GetMethodFromHandle", methodBase, methodBase);
        foreach (var handle in new[] { "RuntimeMethodHandle", "RuntimeTypeHandle" })
        {
            reference.Parameters.Add(new ParameterDefinition(
                new TypeReference("System", handle, methodBase.Module, methodBase.Module.TypeSystem.CoreLibrary, valueType: true)));
        }

        return reference;
    }

    // Ten bytes more may put a target out of a short branch's reach, and Cecil would cut the distance off without a word.
    private static void LengthenBranches(MethodBody body)
    {
        foreach (var instruction in body.Instructions)
        {
            instruction.OpCode = instruction.OpCode.Code switch
            {
                Code.Br_S => OpCodes.Br,
                Code.Brfalse_S => OpCodes.Brfalse,
                Code.Brtrue_S => OpCodes.Brtrue,
                Code.Beq_S => OpCodes.Beq,
                Code.Bge_S => OpCodes.Bge,
                Code.Bgt_S => OpCodes.Bgt,
                Code.Ble_S => OpCodes.Ble,
                Code.Blt_S => OpCodes.Blt,
                Code.Bne_Un_S => OpCodes.Bne_Un,
                Code.Bge_Un_S => OpCodes.Bge_Un,
                Code.Bgt_Un_S => OpCodes.Bgt_Un,
                Code.Ble_Un_S => OpCodes.Ble_Un,
                Code.Blt_Un_S => OpCodes.Blt_Un,
                Code.Leave_S => OpCodes.Leave,
                _ => instruction.OpCode,
            };
        }
    }
}
