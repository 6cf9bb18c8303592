using System.Text;
using Mono.Cecil;

namespace Instrumentation.Weaver;

/// <summary>The compiler-made state machine of an async method or an iterator, and the attribute that ties the method to it.</summary>
internal sealed class StateMachine
{
    private const string Namespace = "System.Runtime.CompilerServices";

    private readonly CustomAttribute _attribute;

    private StateMachine(CustomAttribute attribute, TypeDefinition type)
    {
        _attribute = attribute;
        Type = type;
    }

    public TypeDefinition Type { get; }

    public bool IsAsyncMethod => _attribute.AttributeType.Name == "AsyncStateMachineAttribute";

    public static StateMachine? Of(MethodDefinition method)
    {
        var attribute = method.CustomAttributes.FirstOrDefault(candidate => candidate.AttributeType is
        {
            Namespace: Namespace,
            Name: "AsyncStateMachineAttribute" or "IteratorStateMachineAttribute" or "AsyncIteratorStateMachineAttribute",
        });
        if (attribute is null)
        {
            return null;
        }

        // The blob is read by hand and never through ConstructorArguments: that would parse the type's name, and such names hold every special
        // character there is ("<Game-IFoo<System-Int32,System-String>-Bar>d__1"). Untouched, the attribute is also written back byte by byte.
        var name = ReadTypeName(attribute.GetBlob());
        var type = method.DeclaringType.NestedTypes.FirstOrDefault(nested => ReflectionName(nested) == name);
        return type is null ? null : new StateMachine(attribute, type);
    }

    /// <summary>
    /// Makes <paramref name="to"/> the method that starts this state machine, for the debugger. The attribute stays where it is: stack traces of the
    /// machine's code go on naming the method that the author wrote, and frameworks that ask by reflection whether it is async go on finding so.
    /// A second one on the twin would make the trimmer warn (IL2107) of a machine with two methods.
    /// </summary>
    public void Move(MethodDefinition from, MethodDefinition to)
    {
        foreach (var method in Type.Methods.Where(method => method.HasBody))
        {
            if (method.DebugInformation.StateMachineKickOffMethod == from)
            {
                method.DebugInformation.StateMachineKickOffMethod = to;
            }
        }
    }

    // ECMA-335 II.23.3: two bytes prolog, then a compressed length and that many bytes of UTF-8.
    private static string ReadTypeName(byte[] blob)
    {
        var (length, start) = blob[2] switch
        {
            < 0x80 => (blob[2], 3),
            < 0xC0 => (((blob[2] & 0x3F) << 8) | blob[3], 4),
            _ => (((blob[2] & 0x1F) << 24) | (blob[3] << 16) | (blob[4] << 8) | blob[5], 6),
        };
        return Encoding.UTF8.GetString(blob, start, length);
    }

    private static string ReflectionName(TypeDefinition type)
    {
        var name = Escape(type.Name);
        return type.DeclaringType is { } outer ? ReflectionName(outer) + "+" + name
            : type.Namespace.Length == 0 ? name
            : Escape(type.Namespace) + "." + name;
    }

    private static string Escape(string name)
    {
        var escaped = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (character is ',' or '+' or '&' or '*' or '[' or ']' or '\\')
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
