using Mono.Cecil;

namespace Instrumentation.Weaver;

/// <summary>Every problem that the weaver can report, in one place: code, wording, remedy.</summary>
internal static class WeavingProblems
{
    private const string Rebuild = "Rebuild the project; if it comes again, check that the package's generator and build task have the same version.";

    public static WeavingProblem TargetNotFound(MethodDefinition wrapper, string target, int candidates) => WeavingProblem.Error(
        "INSTW001",
        $"The generated wrapper '{wrapper.Name}' of '{wrapper.DeclaringType.FullName}' stands for a method '{target}' of the same signature, and "
        + $"{(candidates == 0 ? "there is none" : $"there are {candidates}")}. {Rebuild}").At(wrapper);

    public static WeavingProblem TwinNotFound(MethodDefinition wrapper, string twin) => WeavingProblem.Error(
        "INSTW002",
        $"The generated wrapper '{wrapper.Name}' of '{wrapper.DeclaringType.FullName}' calls a twin '{twin}' of the same signature, and there is none. {Rebuild}")
        .At(wrapper);

    public static WeavingProblem TargetHasNoBody(MethodDefinition target) => WeavingProblem.Error(
        "INSTW003",
        $"'{target.FullName}' is monitored but has no body of its own (it is abstract, extern or supplied by the runtime). Monitor the method that implements it instead.")
        .At(target);

    public static WeavingProblem NoStateMachine(MethodDefinition target) => WeavingProblem.Error(
        "INSTW004",
        $"'{target.FullName}' is monitored as an async method, but the compiler made no state machine for it. If it is compiled with runtime-async, "
        + "let the generator see the same compiler features; otherwise rebuild the project.").At(target);

    public static WeavingProblem UnknownBuilder(MethodDefinition target, string? builder) => WeavingProblem.Error(
        "INSTW005",
        $"'{target.FullName}' is an async method whose state machine is driven by {(builder is null ? "no builder the weaver can find" : $"'{builder}'")}, "
        + "which cannot be timed. Take the method's [AsyncMethodBuilder] away, or mark the method [NotMonitored].").At(target);

    public static WeavingProblem WindowsSymbols(string assembly) => WeavingProblem.Error(
        "INSTW006",
        $"'{assembly}' has debug symbols in the Windows format, which cannot be rewritten. Set <DebugType>portable</DebugType> or <DebugType>embedded</DebugType>.");

    public static WeavingProblem SymbolsDoNotMatch(string assembly, string? symbols) => WeavingProblem.Error(
        "INSTW007",
        $"The debug symbols of '{assembly}' {(symbols is null ? "are missing" : $"in '{symbols}' belong to another build of it")}. "
        + "Rebuild the project, or set <DebugType>none</DebugType> if it shall have none.");

    public static WeavingProblem NoKey(string assembly, string reason) => WeavingProblem.Error(
        "INSTW008",
        $"'{assembly}' is strong-named and must be signed again after weaving, but {reason}. "
        + "Give the key pair by <AssemblyOriginatorKeyFile>, or set <PublicSign> or <DelaySign>.");

    public static WeavingProblem CannotAccess(string file, string reason) => WeavingProblem.Error(
        "INSTW009",
        $"'{file}' could not be read or replaced: {reason} The assembly is as the compiler left it. Close what holds the file open and build again.");

    public static WeavingProblem NotManaged(string assembly, string reason) => WeavingProblem.Error(
        "INSTW010",
        $"'{assembly}' is not an assembly that can be rewritten: {reason} Mixed-mode (C++/CLI) assemblies are not supported; set <InstrumentationWeave>false</InstrumentationWeave> for them.");

    public static WeavingProblem Unexpected(string assembly, string reason) => WeavingProblem.Error(
        "INSTW011",
        $"Weaving '{assembly}' failed unexpectedly: {reason} The assembly is as the compiler left it. Please report this with the output of a build at "
        + "-verbosity:detailed; <InstrumentationWeave>false</InstrumentationWeave> builds without measuring meanwhile.");

    public static WeavingProblem CallingAssembly(MethodDefinition target) => WeavingProblem.Warning(
        "INSTW012",
        $"'{target.FullName}' asks for Assembly.GetCallingAssembly(), which names this assembly once the method is monitored, since its wrapper is the caller. "
        + "Take the assembly as an argument, or mark the method [NotMonitored].").At(target);

    public static WeavingProblem BuilderUsedByHand(MethodDefinition target, string builder) => WeavingProblem.Error(
        "INSTW013",
        $"'{target.FullName}' is an async method that also uses '{builder}' itself, which cannot be told from the compiler's own use. "
        + "Move that use into a method of its own, or mark the method [NotMonitored].").At(target);
}
