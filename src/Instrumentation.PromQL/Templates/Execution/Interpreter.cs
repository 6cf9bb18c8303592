using Instrumentation.PromQL.Templates.Parsing;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Walks a template's nodes and writes its text; for one expansion.</summary>
internal sealed class Interpreter
{
    // A recursion has to end before the stack does.
    private const int DeepestInvocation = 100;
    private const int DeepestNesting = 500;

    private readonly TemplateParseResult _template;
    private readonly TemplateData _data;
    private readonly FunctionCalls _calls;
    private readonly TemplateBudget _budget = new();
    private readonly BoundedText _output = new();
    private TemplateVariables _variables;
    private int _invocations;
    private int _depth;

    public Interpreter(TemplateParseResult template, TemplateData data)
    {
        _template = template;
        _data = data;
        _calls = new FunctionCalls(data, _budget);
        _variables = new(("", data), ("labels", data.Labels), ("externalLabels", data.ExternalLabels), ("externalURL", data.ExternalUrl), ("value", data.Value));
    }

    private enum Flow
    {
        Next,
        Break,
        Continue,
    }

    public string Run()
    {
        Run(_template.Nodes, _data);
        return _output.ToString();
    }

    private Flow Run(IReadOnlyList<TemplateNode> nodes, object? dot)
    {
        if (++_depth > DeepestNesting)
        {
            throw new TemplateException($"the template runs nested deeper than {DeepestNesting}");
        }

        var scope = _variables.Enter();
        var flow = Flow.Next;
        for (var i = 0; i < nodes.Count && flow == Flow.Next; i++)
        {
            flow = Run(nodes[i], dot);
        }

        _variables.Leave(scope);
        _depth--;
        return flow;
    }

    private Flow Run(TemplateNode node, object? dot)
    {
        _budget.Spend(1);
        switch (node)
        {
            case TextNode text:
                _output.Append(text.Text);
                return Flow.Next;
            case ActionNode action:
                var value = Evaluate(action.Pipeline, dot);
                if (action.Pipeline.Variables.Count == 0)
                {
                    GoPrint.Append(value, _output);
                }

                return Flow.Next;
            case LeaveNode leave:
                return leave.Continues ? Flow.Continue : Flow.Break;
            case InvocationNode invocation:
                Invoke(invocation, dot);
                return Flow.Next;
            case BranchNode branch:
                var scope = _variables.Enter();
                var flow = Run(branch, dot);
                _variables.Leave(scope);
                return flow;
            default:
                throw new TemplateException($"cannot expand {node.GetType().Name}");
        }
    }

    private Flow Run(BranchNode branch, object? dot)
    {
        if (branch.Kind == BranchKind.Range)
        {
            return RunRange(branch, dot);
        }

        var value = Evaluate(branch.Pipeline, dot);
        return Values.IsTrue(value)
            ? Run(branch.Body, branch.Kind == BranchKind.With ? value : dot)
            : Run(branch.Else, dot);
    }

    private Flow RunRange(BranchNode branch, object? dot)
    {
        var variables = branch.Pipeline.Variables;
        var value = Evaluate(branch.Pipeline with { Variables = [] }, dot);
        var any = false;
        foreach (var (key, element) in Values.Elements(value))
        {
            _budget.Spend(1);
            any = true;
            var scope = _variables.Enter();
            if (variables.Count > 0)
            {
                _variables.Set(variables[^1], element, branch.Pipeline.Declares);
            }

            if (variables.Count > 1)
            {
                _variables.Set(variables[0], key, branch.Pipeline.Declares);
            }

            var flow = Run(branch.Body, element);
            _variables.Leave(scope);
            if (flow == Flow.Break)
            {
                break;
            }
        }

        return any ? Flow.Next : Run(branch.Else, dot);
    }

    private void Invoke(InvocationNode invocation, object? dot)
    {
        if (++_invocations > DeepestInvocation)
        {
            throw new TemplateException($"exceeded maximum template depth ({DeepestInvocation})");
        }

        var argument = invocation.Argument is null ? null : Evaluate(invocation.Argument, dot);
        var outer = _variables;
        _variables = new(("", argument));
        Run(_template.Definitions[invocation.Name], argument);
        _variables = outer;
        _invocations--;
    }

    private object? Evaluate(TemplatePipeline pipeline, object? dot)
    {
        object? value = null;
        for (var i = 0; i < pipeline.Commands.Count; i++)
        {
            value = Evaluate(pipeline.Commands[i], dot, value, isPiped: i > 0);
        }

        foreach (var variable in pipeline.Variables)
        {
            _variables.Set(variable, value, pipeline.Declares);
        }

        return value;
    }

    private object? Evaluate(TemplateCommand command, object? dot, object? piped, bool isPiped)
    {
        _budget.Spend(1);
        // Only as many arguments as are needed to know the answer, as in Go.
        if (command.Operands[0] is FunctionOperand { Name: "and" or "or" } junction)
        {
            return ShortCircuit(junction.Name == "and", command, dot, piped, isPiped);
        }

        var arguments = new List<object?>(command.Operands.Count);
        for (var i = 1; i < command.Operands.Count; i++)
        {
            arguments.Add(Evaluate(command.Operands[i], dot));
        }

        if (isPiped)
        {
            arguments.Add(piped);
        }

        return command.Operands[0] is FunctionOperand function ? _calls.Call(function.Name, arguments) : Evaluate(command.Operands[0], dot, arguments);
    }

    private object? ShortCircuit(bool isAnd, TemplateCommand command, object? dot, object? piped, bool isPiped)
    {
        object? value = null;
        for (var i = 1; i < command.Operands.Count; i++)
        {
            value = Evaluate(command.Operands[i], dot);
            if (Values.IsTrue(value) != isAnd)
            {
                return value;
            }
        }

        return isPiped ? piped : value;
    }

    private object? Evaluate(TemplateOperand operand, object? dot) => Evaluate(operand, dot, arguments: []);

    // Arguments go to the method that is last in the operand's path.
    private object? Evaluate(TemplateOperand operand, object? dot, List<object?> arguments)
    {
        var value = operand switch
        {
            DotOperand => dot,
            VariableOperand variable => _variables.Get(variable.Name),
            FunctionOperand function => _calls.Call(function.Name, []),
            PipelineOperand pipeline => Evaluate(pipeline.Pipeline, dot),
            LiteralOperand literal => literal.Value,
            _ => throw new TemplateException($"cannot evaluate {operand.GetType().Name}"),
        };
        for (var i = 0; i < operand.Path.Count; i++)
        {
            value = Values.Member(value, operand.Path[i], i == operand.Path.Count - 1 ? arguments : []);
        }

        if (arguments.Count > 0 && value is string text)
        {
            _budget.SpendText(text);
        }

        return value;
    }
}
