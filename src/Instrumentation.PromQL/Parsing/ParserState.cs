using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Parsing;

/// <summary>What the parts of the parser share: the tokens ahead, the features, the errors and how deep it is.</summary>
internal sealed class ParserState
{
    private readonly Lexer _lexer;
    private readonly ParserFeatures _features;
    private readonly List<ParseError> _errors;
    private Token _next;
    private Token _afterNext;
    private bool _hasAfterNext;
    private int _depth;

    public ParserState(string text, ParserFeatures features, List<ParseError> errors)
    {
        _lexer = new Lexer(text);
        _features = features;
        _errors = errors;
        _next = _lexer.Next();
    }

    /// <summary>The token that <see cref="Take()"/> gives.</summary>
    public Token Next => _next;

    /// <summary>The index after the last token taken.</summary>
    public int LastEnd { get; private set; }

    /// <summary>The token after <see cref="Next"/>.</summary>
    public Token PeekSecond()
    {
        if (!_hasAfterNext)
        {
            _afterNext = _lexer.Next();
            _hasAfterNext = true;
        }

        return _afterNext;
    }

    public Token Take()
    {
        var token = _next;
        LastEnd = token.Range.End;
        _next = _hasAfterNext ? _afterNext : _lexer.Next();
        _hasAfterNext = false;
        return token;
    }

    public bool TryTake(TokenKind kind)
    {
        if (_next.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    public bool TryTake(string keyword)
    {
        if (!_next.Is(keyword))
        {
            return false;
        }

        Take();
        return true;
    }

    public Token Expect(TokenKind kind, string context, string expected) =>
        _next.Kind == kind ? Take() : throw Unexpected(context, expected);

    public SyntaxException Unexpected(string context, string expected)
    {
        var message = $"unexpected {_next.Describe()}";
        if (context.Length > 0)
        {
            message += $" in {context}";
        }

        if (expected.Length > 0)
        {
            message += $", expected {expected}";
        }

        return new SyntaxException(_next.Range, message);
    }

    /// <summary>Notes a mistake that the parser can get over.</summary>
    public void Report(SourceRange range, string message) => _errors.Add(new ParseError(range, message));

    public void Report(ParseError error) => _errors.Add(error);

    /// <summary>Notes the use of a part of the language that was not asked for.</summary>
    public void Require(ParserFeatures feature, SourceRange range, string what, string flag)
    {
        if ((_features & feature) == 0)
        {
            Report(range, $"{what} is experimental and not enabled; Prometheus takes it with --enable-feature={flag}");
        }
    }

    /// <summary>Goes one level down; a hostile text must not overflow the stack.</summary>
    public void Descend()
    {
        if (++_depth > PromQLParser.DeepestNesting)
        {
            throw new SyntaxException(_next.Range, $"the query is nested deeper than {PromQLParser.DeepestNesting} levels");
        }
    }

    public void Ascend() => _depth--;

    /// <summary>Refuses trees whose chains would overflow the stack of whoever walks them.</summary>
    public static void CheckDepth(Expression root)
    {
        var open = new Stack<(Expression Node, int Depth)>();
        open.Push((root, 1));
        while (open.Count > 0)
        {
            var (node, depth) = open.Pop();
            if (depth > PromQLParser.DeepestTree)
            {
                throw new SyntaxException(
                    root.Range, $"the query is a chain of more than {PromQLParser.DeepestTree} operators; split it into recording rules");
            }

            foreach (var child in node.Children)
            {
                open.Push((child, depth + 1));
            }
        }
    }
}
