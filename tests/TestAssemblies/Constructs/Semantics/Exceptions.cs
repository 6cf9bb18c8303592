using System.Diagnostics;
using Constructs.Harness;
using Instrumentation;

namespace Constructs.Semantics;

public partial class Exceptions
{
    [MonitoredOperation]
    public int Throws(int depth, List<string> log)
    {
        try
        {
            return depth == 0 ? throw new KeyNotFoundException("deep") : Throws(depth - 1, log);
        }
        finally
        {
            log.Add($"finally {depth}");
        }
    }

    [MonitoredOperation]
    public void Wraps(Action act)
    {
        try
        {
            act();
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException("wrapped", exception);
        }
    }

    [MonitoredOperation]
    public int Swallows(Action act)
    {
        try
        {
            act();
            return 0;
        }
        catch (FormatException)
        {
            return 1;
        }
    }

    [MonitoredOperation]
    public string WhereAmI() => string.Join(" > ", ExceptionText.UserFrames(new StackTrace(fNeedFileInfo: true)).Take(1));
}

public static class ExceptionsScenarios
{
    [Scenario("exception filters still see the exception at throw time")]
    [Calls("Exceptions.Throws", 3, Failures = 3)]
    public static void Filters_run_before_finally(Observer see)
    {
        var log = new List<string>();
        try
        {
            new Exceptions().Throws(2, log);
        }
        catch (KeyNotFoundException exception) when (Filter(exception))
        {
            log.Add("caught");
        }

        see.That("log", log);

        bool Filter(Exception exception)
        {
            // Nothing is unwound yet: the frames below the filter are still on the stack.
            var trace = new StackTrace(fNeedFileInfo: false).GetFrames();
            log.Add($"filter, throwing frames on the stack: {trace.Count(f => f.GetMethod()?.DeclaringType == typeof(Exceptions)) >= 3}");
            log.Add(exception.Message);
            return true;
        }
    }

    [Scenario("stack traces keep file and line")]
    [Calls("Exceptions.Throws", 3, Failures = 3)]
    [Calls("Exceptions.Wraps", 1, Failures = 1)]
    [Calls("Exceptions.WhereAmI", 1)]
    public static void Stack_traces(Observer see)
    {
        var service = new Exceptions();
        see.Throws("wrapped", () => service.Wraps(() => service.Throws(2, [])));
        see.That("here", service.WhereAmI());
    }

    [Scenario("stack traces keep file and line")]
    [Calls("Exceptions.Swallows", 2)]
    public static void What_is_caught_inside_is_no_failure(Observer see)
    {
        var service = new Exceptions();
        see.That("swallowed", service.Swallows(() => throw new FormatException()) + service.Swallows(() => { }));
    }
}
