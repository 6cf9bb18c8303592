using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Constructs.Harness;

/// <summary>
/// An exception as its reader sees it: type, message, inner exceptions, and the frames that lie in the constructs' own sources with their
/// method, file and line. Frames of generated wrappers and of the runtime are left out: those are what instrumentation may add.
/// </summary>
public static partial class ExceptionText
{
    public static string Of(Exception exception)
    {
        var inner = exception switch
        {
            AggregateException aggregate => string.Concat(aggregate.InnerExceptions.Select(e => $" <- ({Of(e)})")),
            { InnerException: { } one } => $" <- ({Of(one)})",
            _ => "",
        };
#if RUNTIME_ASYNC
        // The runtime's async lists a method twice where it went on after an await, or not at all where a thunk of its own did: which frames
        // there are differs from call to call, so the scenario of stack traces looks for its own and the others do without.
        return $"{exception.GetType()} '{exception.Message}'{inner}";
#else
        return $"{exception.GetType()} '{exception.Message}' at {string.Join(" > ", UserFrames(exception))}{inner}";
#endif
    }

    public static IEnumerable<string> UserFrames(Exception exception) => UserFrames(new StackTrace(exception, fNeedFileInfo: true));

    public static IEnumerable<string> UserFrames(StackTrace trace)
    {
        foreach (var frame in trace.GetFrames())
        {
            var file = Path.GetFileName(frame.GetFileName());
            if (file is null || file.EndsWith(".g.cs", StringComparison.Ordinal) || !IsConstruct(frame.GetMethod()))
            {
                continue;
            }

            yield return string.Create(CultureInfo.InvariantCulture, $"{Name(frame.GetMethod()!)} in {file}:{frame.GetFileLineNumber()}");
        }
    }

    private static bool IsConstruct(MethodBase? method) =>
        method?.Module == typeof(ExceptionText).Module && method.DeclaringType?.Namespace != typeof(ExceptionText).Namespace;

    private static string Name(MethodBase method)
    {
        var type = method.DeclaringType?.Name ?? "";
        // A state machine's MoveNext stands for the method that it was made from.
        var name = StateMachine().Match(type) is { Success: true } match ? match.Groups[1].Value : method.Name;
        name = Twin().Replace(name, "");
        // Compilers number lambdas and local functions by the methods before them, and the generated file adds methods.
        return Ordinal().Replace(name, "");
    }

    [GeneratedRegex(@"^<(.+)>d(__\d+)?")]
    private static partial Regex StateMachine();

    [GeneratedRegex(@"__Body\d*_*(?=$|>)")]
    private static partial Regex Twin();

    [GeneratedRegex(@"\d+_\d+$")]
    private static partial Regex Ordinal();
}
