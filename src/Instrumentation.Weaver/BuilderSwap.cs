using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver;

/// <summary>
/// Puts the runtime's monitored method builder in the place of the compiler's in one state machine: in the field that holds it, and in every
/// instruction of the state machine and of the method that starts it. Both builders have the same shape, so only types and owners change.
/// </summary>
internal sealed class BuilderSwap
{
    private static readonly Dictionary<string, string> s_monitored = new(StringComparer.Ordinal)
    {
        ["System.Runtime.CompilerServices.AsyncTaskMethodBuilder"] = "MonitoredTaskBuilder",
        ["System.Runtime.CompilerServices.AsyncTaskMethodBuilder`1"] = "MonitoredTaskBuilder`1",
        ["System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder"] = "MonitoredValueTaskBuilder",
        ["System.Runtime.CompilerServices.AsyncValueTaskMethodBuilder`1"] = "MonitoredValueTaskBuilder`1",
        ["System.Runtime.CompilerServices.AsyncVoidMethodBuilder"] = "MonitoredVoidBuilder",
        ["System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder"] = "MonitoredPoolingValueTaskBuilder",
        ["System.Runtime.CompilerServices.PoolingAsyncValueTaskMethodBuilder`1"] = "MonitoredPoolingValueTaskBuilder`1",
    };

    private readonly FieldDefinition _field;
    private readonly TypeReference _original;
    private readonly TypeReference _replacement;

    private BuilderSwap(FieldDefinition field, TypeReference original, TypeReference replacement)
    {
        _field = field;
        _original = original;
        _replacement = replacement;
    }

    public static WeavingProblem? Apply(Splice splice, StateMachine? machine)
    {
        if (machine is not { IsAsyncMethod: true })
        {
            return WeavingProblems.NoStateMachine(splice.Target);
        }

        var field = machine.Type.Fields.FirstOrDefault(candidate => candidate.Name == "<>t__builder");
        var original = field?.FieldType.GetElementType();
        if (field is null || original is null || !s_monitored.TryGetValue(original.FullName, out var name))
        {
            return WeavingProblems.UnknownBuilder(splice.Target, original?.FullName);
        }

        var swap = new BuilderSwap(field, original, MonitoredBuilder(splice, original, name));
        if (swap.IsAlsoUsedByHand(machine.Type))
        {
            return WeavingProblems.BuilderUsedByHand(splice.Target, original.FullName);
        }

        swap.Apply(splice.Target, machine.Type);
        return null;
    }

    private static TypeReference MonitoredBuilder(Splice splice, TypeReference original, string name)
    {
        var builder = new TypeReference(WeavingNames.BuilderNamespace, name, splice.Target.Module, splice.Runtime, valueType: true);
        foreach (var parameter in original.GenericParameters)
        {
            builder.GenericParameters.Add(new GenericParameter(parameter.Name, builder));
        }

        return builder;
    }

    // The compiler's own code holds the builder in its one field only. Anything else of that type is the author's, and would be swapped along.
    private bool IsAlsoUsedByHand(TypeDefinition machine) =>
        machine.Fields.Any(field => field != _field && IsBuilder(field.FieldType))
        || machine.Methods.Where(method => method.HasBody).Any(method =>
            method.Body.Variables.Any(variable => IsBuilder(variable.VariableType))
            || method.Body.Instructions.Any(instruction => instruction.Operand switch
            {
                FieldReference field => IsBuilder(field.FieldType) && !(field.Name == _field.Name && IsMachine(field.DeclaringType)),
                MethodReference called => called.Name == "Create" && IsBuilder(called.DeclaringType),
                _ => false,
            }));

    private void Apply(MethodDefinition kickOff, TypeDefinition machine)
    {
        _field.FieldType = Map(_field.FieldType);
        foreach (var method in machine.Methods.Where(method => method.HasBody).Append(kickOff))
        {
            foreach (var variable in method.Body.Variables)
            {
                variable.VariableType = Map(variable.VariableType);
            }

            foreach (var instruction in method.Body.Instructions)
            {
                Rewrite(instruction);
            }
        }
    }

    private void Rewrite(Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case FieldReference field when field is not FieldDefinition && field.Name == _field.Name && IsMachine(field.DeclaringType):
                instruction.Operand = new FieldReference(field.Name, Map(field.FieldType), field.DeclaringType);
                break;
            case GenericInstanceMethod { ElementMethod: var element } instance when IsBuilder(element.DeclaringType):
                var mapped = new GenericInstanceMethod(Map(element));
                foreach (var argument in instance.GenericArguments)
                {
                    mapped.GenericArguments.Add(argument);
                }

                instruction.Operand = mapped;
                break;
            case MethodReference method when IsBuilder(method.DeclaringType):
                instruction.Operand = Map(method);
                break;
            case TypeReference type:
                instruction.Operand = Map(type);
                break;
        }
    }

    private MethodReference Map(MethodReference method)
    {
        var mapped = new MethodReference(method.Name, Map(method.ReturnType), Map(method.DeclaringType))
        {
            HasThis = method.HasThis,
            ExplicitThis = method.ExplicitThis,
            CallingConvention = method.CallingConvention,
        };
        foreach (var parameter in method.GenericParameters)
        {
            mapped.GenericParameters.Add(new GenericParameter(parameter.Name, mapped));
        }

        foreach (var parameter in method.Parameters)
        {
            mapped.Parameters.Add(new ParameterDefinition(Map(parameter.ParameterType)));
        }

        return mapped;
    }

    private TypeReference Map(TypeReference type)
    {
        switch (type)
        {
            case GenericInstanceType instance when IsBuilder(instance):
                var mapped = new GenericInstanceType(_replacement);
                foreach (var argument in instance.GenericArguments)
                {
                    mapped.GenericArguments.Add(argument);
                }

                return mapped;
            case ByReferenceType reference when IsBuilder(reference.ElementType):
                return new ByReferenceType(Map(reference.ElementType));
            default:
                return IsBuilder(type) && type is not TypeSpecification ? _replacement : type;
        }
    }

    private bool IsBuilder(TypeReference type) =>
        (type is GenericInstanceType or not TypeSpecification) && type.GetElementType().FullName == _original.FullName;

    private bool IsMachine(TypeReference type) => type.GetElementType().FullName == _field.DeclaringType.FullName;
}
