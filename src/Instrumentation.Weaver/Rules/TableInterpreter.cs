using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Instrumentation.Weaver.Rules;

/// <summary>
/// Works out what a static constructor puts into its fields, as far as it makes objects of constants: the generated table is nothing else. What the build loads it must not
/// run, so the few instructions that initialisers compile to are followed here.
/// </summary>
internal sealed class TableInterpreter
{
    private const string Prefixes = "MetricPrefixes";

    private readonly Stack<object?> _stack = new();
    private readonly Dictionary<string, object?> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<int, object?> _locals = [];

    /// <summary>The values of the fields, by name.</summary>
    /// <exception cref="NotSupportedException">There is an instruction that no table has.</exception>
    public static IReadOnlyDictionary<string, object?> Run(MethodDefinition constructor)
    {
        var interpreter = new TableInterpreter();
        for (var instruction = constructor.Body.Instructions[0]; instruction is not null && instruction.OpCode != OpCodes.Ret;)
        {
            instruction = interpreter.Step(instruction);
        }

        return interpreter._fields;
    }

    private Instruction? Step(Instruction instruction)
    {
        var code = instruction.OpCode.Code;
        switch (code)
        {
            case Code.Nop:
            case Code.Conv_I8:
                break;
            case Code.Ldstr:
                _stack.Push(instruction.Operand);
                break;
            case Code.Ldnull:
                _stack.Push(null);
                break;
            case Code.Dup:
                _stack.Push(_stack.Peek());
                break;
            case Code.Pop:
                _stack.Pop();
                break;
            case Code.Newarr:
                _stack.Push(new object?[(long)_stack.Pop()!]);
                break;
            case Code.Stelem_Ref:
            case Code.Stelem_Any:
                var (item, index) = (_stack.Pop(), (long)_stack.Pop()!);
                ((object?[])_stack.Pop()!)[index] = item;
                break;
            case Code.Stsfld:
                _fields[((FieldReference)instruction.Operand).Name] = _stack.Pop();
                break;
            case Code.Ldsfld:
                _stack.Push(_fields.TryGetValue(((FieldReference)instruction.Operand).Name, out var value) ? value : null);
                break;
            case Code.Newobj:
                Create((MethodReference)instruction.Operand);
                break;
            case Code.Call:
            case Code.Callvirt:
                return Call(instruction, (MethodReference)instruction.Operand);
            case >= Code.Stloc_0 and <= Code.Stloc_3:
                _locals[code - Code.Stloc_0] = _stack.Pop();
                break;
            case Code.Stloc_S or Code.Stloc:
                _locals[((VariableDefinition)instruction.Operand).Index] = _stack.Pop();
                break;
            case >= Code.Ldloc_0 and <= Code.Ldloc_3:
                _stack.Push(_locals[code - Code.Ldloc_0]);
                break;
            case Code.Ldloc_S or Code.Ldloc:
                _stack.Push(_locals[((VariableDefinition)instruction.Operand).Index]);
                break;
            default:
                _stack.Push(Constant(instruction) ?? throw new NotSupportedException($"instruction {instruction}"));
                break;
        }

        return instruction.Next;
    }

    private static object? Constant(Instruction instruction) => instruction.OpCode.Code switch
    {
        Code.Ldc_I4 or Code.Ldc_I4_S or Code.Ldc_I8 => Convert.ToInt64(instruction.Operand, System.Globalization.CultureInfo.InvariantCulture),
        Code.Ldc_I4_M1 => -1L,
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 => (long)(instruction.OpCode.Code - Code.Ldc_I4_0),
        _ => null,
    };

    private void Create(MethodReference constructor)
    {
        if (constructor.DeclaringType.Name == "ValueTuple`2")
        {
            var second = (string?)_stack.Pop();
            _stack.Push(new KeyValuePair<string, string>((string?)_stack.Pop() ?? "", second ?? ""));
            return;
        }

        if (constructor.Parameters.Count > 0)
        {
            throw new NotSupportedException($"constructor {constructor.FullName}");
        }

        _stack.Push(new RuleRecord(constructor.DeclaringType.Name));
    }

    private Instruction? Call(Instruction instruction, MethodReference method)
    {
        if (method.HasThis && method.Name.StartsWith("set_", StringComparison.Ordinal))
        {
            var value = _stack.Pop();
            ((RuleRecord)_stack.Pop()!).Properties[method.Name.Substring(4)] = value;
            return instruction.Next;
        }

        if (method.DeclaringType.Name == Prefixes)
        {
            return TakePrefix(instruction);
        }

        var arguments = new object?[method.Parameters.Count];
        for (var i = arguments.Length - 1; i >= 0; i--)
        {
            arguments[i] = _stack.Pop();
        }

        _stack.Push((method.DeclaringType.Name, method.Name) switch
        {
            ("TimeSpan", "FromHours") => (long)arguments[0]! * TimeSpan.TicksPerHour,
            ("TimeSpan", "FromMinutes") => (long)arguments[0]! * TimeSpan.TicksPerMinute,
            ("TimeSpan", "FromSeconds") => (long)arguments[0]! * TimeSpan.TicksPerSecond,
            ("TimeSpan", "FromTicks") => (long)arguments[0]!,
            ("String", "Concat") => string.Concat(arguments.SelectMany(static argument => argument as object?[] ?? [argument])),
            ("Array", "Empty") => Array.Empty<object?>(),
            _ => throw new NotSupportedException($"call of {method.FullName}"),
        });
        return instruction.Next;
    }

    /// <summary>The prefix of the assembly's metrics: the program may choose another, which only its own build knows. Everything up to the field works on that text.</summary>
    private Instruction? TakePrefix(Instruction instruction)
    {
        var prefix = (string?)_stack.Pop();
        _stack.Clear();
        var next = instruction.Next;
        while (next is not null && next.OpCode != OpCodes.Stsfld)
        {
            next = next.Next;
        }

        _stack.Push(string.IsNullOrEmpty(prefix) ? "" : prefix + "_");
        return next;
    }
}
