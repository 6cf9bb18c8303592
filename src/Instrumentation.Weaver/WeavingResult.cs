namespace Instrumentation.Weaver;

/// <summary>What weaving one assembly came to.</summary>
public sealed class WeavingResult
{
    internal static readonly WeavingResult Nothing = new([]);

    internal WeavingResult(IReadOnlyList<WeavingProblem> problems, int methods = 0, byte[]? assembly = null, byte[]? symbols = null)
    {
        Problems = problems;
        Methods = methods;
        Assembly = assembly;
        Symbols = symbols;
    }

    /// <summary>What to tell the person who builds. With an error among them, <see cref="Assembly"/> is null.</summary>
    public IReadOnlyList<WeavingProblem> Problems { get; }

    /// <summary>How many methods were woven.</summary>
    public int Methods { get; }

    /// <summary>The woven assembly, or null when it is to stay as it is: nothing to weave, woven already, or failed.</summary>
    public byte[]? Assembly { get; }

    /// <summary>The symbol file that goes with <see cref="Assembly"/>, or null when its symbols are embedded or absent.</summary>
    public byte[]? Symbols { get; }

    internal static WeavingResult Failed(WeavingProblem problem) => new([problem]);
}
