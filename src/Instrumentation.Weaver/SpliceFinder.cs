using Mono.Cecil;

namespace Instrumentation.Weaver;

/// <summary>Finds what there is to weave.</summary>
internal static class SpliceFinder
{
    /// <summary>Whether the module mentions anything generated for weaving at all: reads the type references only, no method.</summary>
    public static bool MayHaveWork(ModuleDefinition module) =>
        module.GetTypeReferences().Any(type => IsMarker(type, WeavingNames.Wraps) || IsMarker(type, WeavingNames.WovenFlag));

    public static List<Splice> Find(ModuleDefinition module, ICollection<WeavingProblem> problems)
    {
        var splices = new List<Splice>();
        foreach (var type in module.GetTypes())
        {
            foreach (var wrapper in type.Methods)
            {
                if (MarkerOf(wrapper, WeavingNames.Wraps) is { } marker && Resolve(wrapper, marker, problems) is { } splice)
                {
                    splices.Add(splice);
                }
            }
        }

        return splices;
    }

    /// <summary>The attribute of the weaving namespace by that name on a method, or null.</summary>
    public static CustomAttribute? MarkerOf(MethodDefinition method, string name) =>
        method.HasCustomAttributes ? method.CustomAttributes.FirstOrDefault(attribute => IsMarker(attribute.AttributeType, name)) : null;

    private static bool IsMarker(TypeReference type, string name) => type.Name == name && type.Namespace == WeavingNames.WeavingNamespace;

    private static Splice? Resolve(MethodDefinition wrapper, CustomAttribute marker, ICollection<WeavingProblem> problems)
    {
        var targetName = (string)marker.ConstructorArguments[0].Value;
        var twinName = (string)marker.ConstructorArguments[1].Value;
        var targets = Matching(wrapper, targetName);
        if (targets.Count != 1)
        {
            problems.Add(WeavingProblems.TargetNotFound(wrapper, targetName, targets.Count));
            return null;
        }

        var twins = Matching(wrapper, twinName);
        if (twins.Count != 1 || !twins[0].HasBody)
        {
            problems.Add(WeavingProblems.TwinNotFound(wrapper, twinName));
            return null;
        }

        if (!targets[0].HasBody)
        {
            problems.Add(WeavingProblems.TargetHasNoBody(targets[0]));
            return null;
        }

        return new Splice(wrapper, targets[0], twins[0], marker.AttributeType.Scope);
    }

    private static List<MethodDefinition> Matching(MethodDefinition wrapper, string name) =>
        [.. wrapper.DeclaringType.Methods.Where(method =>
            method.Name == name && method != wrapper && SignatureComparer.SameSignature(method, wrapper))];
}
