namespace Instrumentation.Weaver;

/// <summary>Something the weaver has to tell the person who builds: a stable code, a place, and what to do.</summary>
public sealed class WeavingProblem
{
    private WeavingProblem(string code, bool isError, string message)
    {
        Code = code;
        IsError = isError;
        Message = message;
    }

    /// <summary>The code, <c>INSTW001</c> and up; each is explained in the build guide.</summary>
    public string Code { get; }

    /// <summary>Whether the build fails; otherwise it is a warning.</summary>
    public bool IsError { get; }

    /// <summary>What is wrong, where, and what to do.</summary>
    public string Message { get; }

    /// <summary>The source file it concerns, or null when the symbols do not say.</summary>
    public string? File { get; private set; }

    /// <summary>The line in <see cref="File"/>, from 1; 0 when unknown.</summary>
    public int Line { get; private set; }

    /// <summary>The column in <see cref="Line"/>, from 1; 0 when unknown.</summary>
    public int Column { get; private set; }

    internal static WeavingProblem Error(string code, string message) => new(code, isError: true, message);

    internal static WeavingProblem Warning(string code, string message) => new(code, isError: false, message);

    internal WeavingProblem At(Mono.Cecil.MethodDefinition? method)
    {
        if (method is { HasBody: true } && method.DebugInformation.SequencePoints.FirstOrDefault(point => !point.IsHidden) is { } point)
        {
            File = point.Document.Url;
            Line = point.StartLine;
            Column = point.StartColumn;
        }

        return this;
    }
}
