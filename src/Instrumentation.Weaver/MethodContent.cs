using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>
/// What a method consists of besides its signature: instructions, locals, handlers, and the debug information that speaks of them. Lifted out of
/// one method it can be put into another of the same signature.
/// </summary>
internal sealed class MethodContent
{
    private readonly ParameterDefinition? _this;
    private readonly Instruction[] _instructions;
    private readonly VariableDefinition[] _variables;
    private readonly ExceptionHandler[] _handlers;
    private readonly bool _initLocals;
    private readonly SequencePoint[] _sequencePoints;
    private readonly ScopeDebugInformation? _scope;
    private readonly MethodDefinition? _kickOff;
    private readonly CustomDebugInformation[] _customInformation;

    private MethodContent(MethodDefinition method)
    {
        // Reading the body first also ties the debug information to the instructions, so that it follows them.
        var body = method.Body;
        var debug = method.DebugInformation;
        _this = body.ThisParameter;
        _instructions = [.. body.Instructions];
        _variables = [.. body.Variables];
        _handlers = [.. body.ExceptionHandlers];
        _initLocals = body.InitLocals;
        _sequencePoints = [.. debug.SequencePoints];
        _scope = debug.Scope;
        _kickOff = debug.StateMachineKickOffMethod;
        _customInformation = [.. method.CustomDebugInformations];
    }

    public static MethodContent Of(MethodDefinition method) => new(method);

    public void PutInto(MethodDefinition method)
    {
        // The body is made anew and the old one left as it is: emptying it would renumber the locals that now live elsewhere.
        var body = new MethodBody(method) { InitLocals = _initLocals };
        foreach (var variable in _variables)
        {
            body.Variables.Add(variable);
        }

        foreach (var instruction in _instructions)
        {
            if (instruction.Operand is ParameterDefinition parameter)
            {
                instruction.Operand = parameter == _this ? body.ThisParameter : method.Parameters[parameter.Index];
            }

            body.Instructions.Add(instruction);
        }

        foreach (var handler in _handlers)
        {
            body.ExceptionHandlers.Add(handler);
        }

        method.Body = body;
        PutDebugInformationInto(method);
    }

    private void PutDebugInformationInto(MethodDefinition method)
    {
        var debug = method.DebugInformation;
        Replace(debug.SequencePoints, _sequencePoints);
        debug.Scope = _scope;
        debug.StateMachineKickOffMethod = _kickOff;
        Replace(method.CustomDebugInformations, _customInformation);
    }

    private static void Replace<T>(ICollection<T> old, T[] items)
    {
        old.Clear();
        foreach (var item in items)
        {
            old.Add(item);
        }
    }
}
