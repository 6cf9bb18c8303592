using Mono.Cecil;

namespace Instrumentation.Weaver;

/// <summary>
/// The rewriting engine: bytes in, bytes out. It decides nothing: all that is measured, and how, stands in the generated wrappers. The same
/// input gives the same output, byte for byte. Stateless, and so safe to use from several threads.
/// </summary>
public static class AssemblyWeaver
{
    /// <summary>Weaves an assembly.</summary>
    /// <param name="name">How the assembly is called in messages, usually its path.</param>
    /// <param name="assembly">The assembly as the compiler wrote it.</param>
    /// <param name="symbols">Its portable symbol file, or null when the symbols are embedded or absent.</param>
    /// <param name="key">How to sign it again if it is strong-named.</param>
    /// <returns>What was woven; never throws for what an assembly may contain.</returns>
    public static WeavingResult Weave(string name, byte[] assembly, byte[]? symbols, StrongNameKey key)
    {
        try
        {
            using var module = ModuleDefinition.ReadModule(new MemoryStream(assembly));
            if (!SpliceFinder.MayHaveWork(module))
            {
                return WeavingResult.Nothing;
            }

            if ((module.Attributes & ModuleAttributes.ILOnly) == 0)
            {
                return WeavingResult.Failed(WeavingProblems.NotManaged(name, "It holds native code."));
            }

            return Symbols.Read(name, module, symbols, out var read) is { } problem ? WeavingResult.Failed(problem) : Weave(name, module, read, key);
        }
        catch (BadImageFormatException exception)
        {
            return WeavingResult.Failed(WeavingProblems.NotManaged(name, exception.Message));
        }
    }

    private static WeavingResult Weave(string name, ModuleDefinition module, Symbols symbols, StrongNameKey key)
    {
        var problems = new List<WeavingProblem>();
        var splices = SpliceFinder.Find(module, problems);
        foreach (var splice in splices)
        {
            Apply(splice, problems);
        }

        // The flag last, and only beside wrappers that all found their place: an assembly that says it is woven is woven whole.
        if (problems.Any(problem => problem.IsError) || (!WovenFlag.Raise(module) && splices.Count == 0))
        {
            return new WeavingResult(problems);
        }

        foreach (var splice in splices)
        {
            splice.Wrapper.DeclaringType.Methods.Remove(splice.Wrapper);
        }

        var parameters = new WriterParameters { DeterministicMvid = true };
        if (key.Apply(name, module, parameters) is { } unsigned)
        {
            problems.Add(unsigned);
            return new WeavingResult(problems);
        }

        var woven = new MemoryStream();
        var wovenSymbols = symbols.Prepare(parameters);
        module.Write(woven, parameters);
        return new WeavingResult(problems, splices.Count, woven.ToArray(), wovenSymbols?.ToArray());
    }

    private static void Apply(Splice splice, List<WeavingProblem> problems)
    {
        var (wrapper, target, twin) = (splice.Wrapper, splice.Target, splice.Twin);
        if (CurrentMethod.AsksForCaller(target))
        {
            problems.Add(WeavingProblems.CallingAssembly(target));
        }

        var machine = StateMachine.Of(target);
        if (splice.HandsOverToBuilder && BuilderSwap.Apply(splice, machine) is { } problem)
        {
            problems.Add(problem);
            return;
        }

        CurrentMethod.Pin(target);
        var body = MethodContent.Of(target);
        MethodContent.Of(wrapper).PutInto(target);
        body.PutInto(twin);
        machine?.Move(target, twin);
        MethodTraits.Move(splice);
    }
}
