using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>Number and types of a call's arguments.</summary>
internal static class CallChecker
{
    public static void Check(CallExpression call, List<ParseError> errors)
    {
        CheckCount(call, errors);
        var types = call.Function.Arguments;
        for (var i = 0; i < call.Arguments.Count && types.Count > 0; i++)
        {
            if (i >= types.Count && call.Function.Variadic == 0)
            {
                return;
            }

            if (i == 1 && call.Function.Name == "info")
            {
                CheckInfoSelector(call.Arguments[1], errors);
                continue;
            }

            TypeChecker.Expect(call.Arguments[i], types[Math.Min(i, types.Count - 1)], $"call to function \"{call.Function.Name}\"", errors);
        }
    }

    private static void CheckCount(CallExpression call, List<ParseError> errors)
    {
        var function = call.Function;
        var most = function.Arguments.Count;
        var least = most;
        var wanted = $"{most}";
        if (function.Variadic != 0)
        {
            least--;
            most = function.Variadic < 0 ? int.MaxValue : least + function.Variadic;
            wanted = call.Arguments.Count < least ? $"at least {least}" : $"at most {most}";
        }

        if (call.Arguments.Count < least || call.Arguments.Count > most)
        {
            var form = string.Join(", ", function.Arguments.Select(ValueKindNames.Name));
            errors.Add(new ParseError(
                call.Range,
                $"expected {wanted} argument(s) in call to \"{function.Name}\", got {call.Arguments.Count}; it is {function.Name}({form})"));
        }
    }

    // The second argument of info() only names labels: it may match everything, but no metric.
    private static void CheckInfoSelector(Expression argument, List<ParseError> errors)
    {
        if (argument is not VectorSelector selector)
        {
            errors.Add(new ParseError(argument.Range, "expected label selectors only, as in {build=~\".+\"}"));
        }
        else if (selector.Name is not null)
        {
            errors.Add(new ParseError(argument.Range, "expected label selectors only, got vector selector instead; write {__name__=\"…\"}"));
        }
    }
}
