using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Evaluation.Nodes;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Compilation;

/// <summary>Turns calls into nodes.</summary>
internal static class CallCompiler
{
    public static ScalarNode Scalar(QueryCompiler compiler, CallExpression call) => call.Function.Name switch
    {
        "pi" => new ConstantNode(Math.PI),
        "time" => new ContextScalarNode(static (_, time) => time / 1000.0),
        "start" => new ContextScalarNode(static (context, _) => context.Start / 1000.0),
        "end" => new ContextScalarNode(static (context, _) => context.End / 1000.0),
        "range" => new ContextScalarNode(static (context, _) => (context.End - context.Start) / 1000.0),
        "step" => new ContextScalarNode(static (context, _) => context.IsRange ? context.Step / 1000.0 : 0),
        "scalar" => new ScalarOfVectorNode(compiler.Vector(call.Arguments[0])),
        "max_of" => new ScalarMapNode(compiler.Scalar(call.Arguments[0]), compiler.Scalar(call.Arguments[1]), GoMath.Max),
        "min_of" => new ScalarMapNode(compiler.Scalar(call.Arguments[0]), compiler.Scalar(call.Arguments[1]), GoMath.Min),
        _ => throw QueryCompiler.Unexpected(call),
    };

    public static VectorNode Vector(QueryCompiler compiler, CallExpression call)
    {
        var range = call.Arguments.FirstOrDefault(static argument => argument.Kind == ValueKind.RangeVector);
        if (range is not null)
        {
            return OverRange(compiler, call, range);
        }

        if (Dates.Find(call.Function.Name) is { } date)
        {
            return call.Arguments.Count == 0
                ? new VectorOfScalarNode(new ContextScalarNode((_, time) => date(time / 1000)))
                : new MapNode(compiler.Vector(call.Arguments[0]), null, null, (value, _, _) => date(value));
        }

        return ValueFunctions.Find(call.Function.Name) is { } map ? Map(compiler, call, map) : Special(compiler, call);
    }

    private static VectorNode OverRange(QueryCompiler compiler, CallExpression call, Expression range)
    {
        RequireExtension(call, QueryCompiler.Unwrap(range));
        var numbers = call.Arguments.Where(argument => argument.Kind == ValueKind.Scalar).Select(compiler.Scalar).ToList();
        var node = new RangeCallNode(call, compiler.Range(range), numbers.ElementAtOrDefault(0), numbers.ElementAtOrDefault(1));
        return call.Function.Name == "absent_over_time"
            ? new AbsentNode(node, AbsentNode.LabelsFor(QueryCompiler.Unwrap(range)), overTime: true)
            : node;
    }

    // rate and its kin alone know what to do with samples beyond the range.
    private static void RequireExtension(CallExpression call, Expression range)
    {
        var (modifier, allowed) = (range as MatrixSelector)?.Selector.Extension switch
        {
            RangeExtension.Anchored => ("anchored", new[] { "changes", "delta", "increase", "rate", "resets" }),
            RangeExtension.Smoothed => ("smoothed", ["delta", "increase", "rate"]),
            _ => ("", []),
        };
        if (modifier.Length > 0 && !allowed.Contains(call.Function.Name))
        {
            throw new QueryException($"{modifier} modifier can only be used with: {string.Join(", ", allowed)} - not with {call.Function.Name}");
        }
    }

    private static VectorNode Map(QueryCompiler compiler, CallExpression call, Func<double, double, double, double> map)
    {
        var first = call.Arguments.Count > 1 ? compiler.Scalar(call.Arguments[1]) : null;
        var second = call.Arguments.Count > 2 ? compiler.Scalar(call.Arguments[2]) : null;
        if (call.Function.Name == "round")
        {
            first ??= new ConstantNode(1);
        }

        return call.Function.Name == "clamp"
            ? new ClampNode(compiler.Vector(call.Arguments[0]), first!, second!, map)
            : new MapNode(compiler.Vector(call.Arguments[0]), first, second, map);
    }

    private static VectorNode Special(QueryCompiler compiler, CallExpression call)
    {
        var arguments = call.Arguments;
        switch (call.Function.Name)
        {
            case "vector":
                return new VectorOfScalarNode(compiler.Scalar(arguments[0]));
            case "absent":
                return new AbsentNode(compiler.Vector(arguments[0]), AbsentNode.LabelsFor(QueryCompiler.Unwrap(arguments[0])), overTime: false);
            case "timestamp":
                return new TimestampNode(compiler.Vector(arguments[0]), ofStart: false);
            case "start_timestamp":
                return new TimestampNode(compiler.Vector(arguments[0]), ofStart: true);
            case "sort" or "sort_desc" or "sort_by_label" or "sort_by_label_desc":
                return new SortNode(compiler.Vector(arguments[0]), Orders.For(call), call.Function.Name is "sort" or "sort_desc", call.Range);
            case "label_replace":
                return LabelEditNode.Replace(compiler.Vector(arguments[0]), Text(1), Text(2), Text(3), Text(4));
            case "label_join":
                return LabelEditNode.Join(compiler.Vector(arguments[0]), Text(1), Text(2), [.. arguments.Skip(3).Select(QueryCompiler.Text)]);
            case "info":
                return new InfoNode(compiler.Vector(arguments[0]), arguments[0], arguments.Count > 1 ? (VectorSelector)arguments[1] : null);
            case "histogram_quantile":
                return new HistogramQuantileNode(compiler.Vector(arguments[1]), arguments[1], [(compiler.Scalar(arguments[0]), arguments[0])], null);
            case "histogram_quantiles":
                var quantiles = arguments.Skip(2).Select(argument => (compiler.Scalar(argument), argument));
                return new HistogramQuantileNode(compiler.Vector(arguments[0]), arguments[0], [.. quantiles], Text(1));
            case "histogram_fraction":
                return new HistogramFractionNode(
                    compiler.Scalar(arguments[0]), compiler.Scalar(arguments[1]), compiler.Vector(arguments[2]), arguments[2].Range);
            case "histogram_avg" or "histogram_count" or "histogram_sum" or "histogram_stddev" or "histogram_stdvar":
                return new HistogramFigureNode(compiler.Vector(arguments[0]), HistogramFigures.Find(call.Function.Name));
            default:
                throw QueryCompiler.Unexpected(call);
        }

        string Text(int index) => QueryCompiler.Text(arguments[index]);
    }
}
