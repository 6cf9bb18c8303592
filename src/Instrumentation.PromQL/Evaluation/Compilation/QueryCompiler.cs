using System.Runtime.CompilerServices;
using Instrumentation.PromQL.Evaluation.Nodes;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Compilation;

/// <summary>Turns a checked syntax tree into the nodes that evaluate it.</summary>
internal sealed class QueryCompiler(Expression root)
{
    private readonly HashSet<VectorSelector> _findResets = ResetFinding.Selectors(root);

    public static Expression Unwrap(Expression expression)
    {
        while (expression is ParenExpression paren)
        {
            expression = paren.Inner;
        }

        return expression;
    }

    public VectorNode Vector(Expression expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        expression = Unwrap(expression);
        return expression switch
        {
            VectorSelector { Extension: RangeExtension.Smoothed } selector => new SmoothedSelectorNode(selector, _findResets.Contains(selector)),
            VectorSelector selector => new InstantSelectorNode(selector, _findResets.Contains(selector)),
            UnaryExpression { Negates: true } unary => new NegationNode(Vector(unary.Operand)),
            UnaryExpression unary => Vector(unary.Operand),
            AggregateExpression aggregate => Aggregation(aggregate),
            BinaryExpression binary => Binary(binary),
            CallExpression call => CallCompiler.Vector(this, call),
            _ => throw Unexpected(expression),
        };
    }

    public ScalarNode Scalar(Expression expression)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        expression = Unwrap(expression);
        return expression switch
        {
            NumberLiteral number => new ConstantNode(number.Value),
            UnaryExpression { Negates: true } unary => new ScalarMapNode(Scalar(unary.Operand), null, static (value, _) => -value),
            UnaryExpression unary => Scalar(unary.Operand),
            BinaryExpression binary => new ScalarMapNode(
                Scalar(binary.Left), Scalar(binary.Right), (left, right) => BinaryArithmetic.ApplyScalar(binary.Operator, left, right)),
            CallExpression call => CallCompiler.Scalar(this, call),
            _ => throw Unexpected(expression),
        };
    }

    public RangeNode Range(Expression expression)
    {
        expression = Unwrap(expression);
        return expression switch
        {
            MatrixSelector matrix => new MatrixSelectorNode(matrix, _findResets.Contains(matrix.Selector)),
            SubqueryExpression subquery => new SubqueryNode(subquery, Vector(subquery.Inner)),
            _ => throw Unexpected(expression),
        };
    }

    public static string Text(Expression expression) =>
        Unwrap(expression) is StringLiteral literal ? literal.Value : throw Unexpected(expression);

    public static InvalidOperationException Unexpected(Expression expression) =>
        new($"The type checker let pass what cannot be evaluated: {expression.GetType().Name} at {expression.Range}.");

    private VectorNode Aggregation(AggregateExpression aggregate)
    {
        var operand = Vector(aggregate.Operand);
        return aggregate.Operator switch
        {
            AggregationOperator.CountValues => new CountValuesNode(aggregate, operand, Text(aggregate.Parameter!)),
            AggregationOperator.TopK or AggregationOperator.BottomK => new RankingNode(aggregate, operand, Scalar(aggregate.Parameter!)),
            AggregationOperator.LimitK or AggregationOperator.LimitRatio => new LimitNode(aggregate, operand, Scalar(aggregate.Parameter!)),
            _ => new AggregationNode(aggregate, operand, aggregate.Parameter is null ? null : Scalar(aggregate.Parameter)),
        };
    }

    private VectorNode Binary(BinaryExpression binary) => (binary.Left.Kind, binary.Right.Kind) switch
    {
        (ValueKind.InstantVector, ValueKind.Scalar) => new VectorScalarNode(binary, Vector(binary.Left), Scalar(binary.Right), scalarFirst: false),
        (ValueKind.Scalar, ValueKind.InstantVector) => new VectorScalarNode(binary, Vector(binary.Right), Scalar(binary.Left), scalarFirst: true),
        _ when binary.Operator.IsSet() => new SetOperatorNode(binary.Operator, Vector(binary.Left), Vector(binary.Right), binary.Matching),
        _ => new VectorVectorNode(binary, Vector(binary.Left), Vector(binary.Right)),
    };
}
