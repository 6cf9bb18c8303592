using System.Text;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Fuzzing;

/// <summary>Whatever the text, the parser answers and a query ends within its limits.</summary>
public sealed class FuzzTests
{
    // More of them on demand: PROMQL_FUZZ_ROUNDS=100000.
    private static readonly int s_rounds = int.TryParse(Environment.GetEnvironmentVariable("PROMQL_FUZZ_ROUNDS"), out var rounds) ? rounds : 4000;

    private static readonly QueryOptions s_options = new()
    {
        MaxSamples = 20_000,
        MaxSteps = 100,
        MaxSeries = 500,
        Timeout = TimeSpan.FromSeconds(20),
        DelayedNameRemoval = true,
    };

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Mutated_queries_do_no_harm(int seed)
    {
        var random = new Random(seed);
        var queries = Corpus.Queries();
        var source = Corpus.Source();
        var accepted = 0;
        for (var i = 0; i < s_rounds; i++)
        {
            var text = Mutator.Mutate(queries[random.Next(queries.Count)], queries, random);
            accepted += Probe(text, source, random) ? 1 : 0;
        }

        // Were nearly all refused, the evaluator would not have been tried.
        Assert.InRange(accepted, s_rounds / 20, s_rounds);
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Random_characters_do_no_harm(int seed)
    {
        const string Alphabet = "abcxyz_:0123456789.eE+-*/%^=!~<>()[]{},@\"'`\\ \n#é\ud83d\ude00\0smhd";
        var random = new Random(seed);
        var source = Corpus.Source();
        for (var i = 0; i < s_rounds; i++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(60); length > 0; length--)
            {
                text.Append(Alphabet[random.Next(Alphabet.Length)]);
            }

            Probe(text.ToString(), source, random);
        }
    }

    [Theory]
    [InlineData("sum(", ")")]
    [InlineData("abs(-(", "))")]
    [InlineData("max_over_time(", "[1m:])")]
    [InlineData("x + on() (", ")")]
    public void Queries_as_deep_as_they_may_be_run_on_a_small_stack(string open, string close)
    {
        var levels = PromQLParser.DeepestNesting / 2 / open.Count(static c => c == '(') - 2;
        var text = string.Concat(Enumerable.Repeat(open, levels)) + "vector(1)" + string.Concat(Enumerable.Repeat(close, levels));
        OnSmallStack(() => Probe(text, Corpus.Source(), new Random(1)));
    }

    [Fact]
    public void The_longest_chain_runs_on_a_small_stack()
    {
        var text = string.Join(" + ", Enumerable.Repeat("vector(1)", PromQLParser.DeepestTree - 2));
        OnSmallStack(() => Assert.True(Probe(text, Corpus.Source(), new Random(1))));
    }

    /// <summary>Whether the query was accepted; then it is evaluated as well.</summary>
    private static bool Probe(string text, ISampleSource source, Random random)
    {
        var result = PromQLParser.Parse(text);
        foreach (var error in result.Errors)
        {
            Assert.InRange(error.Range.Start, 0, text.Length);
            Assert.InRange(error.Range.End, error.Range.Start, text.Length + 1);
        }

        if (!result.Success)
        {
            return false;
        }

        var printed = result.Expression!.ToString();
        var again = PromQLParser.Parse(printed);
        Assert.True(again.Success, $"{text}\n{printed}\n{string.Join("; ", again.Errors)}");
        Assert.Equal(printed, again.Expression!.ToString());
        try
        {
            var query = new Query(result.Expression, s_options);
            query.EvaluateInstant(source, random.NextInt64(0, 4_000_000));
            query.EvaluateRange(source, 0, 600_000, 60_000);
        }
        catch (QueryException)
        {
            // Refusing is an answer too.
            return true;
        }

        return true;
    }

    private static void OnSmallStack(Action action)
    {
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    action();
                }
                catch (Exception exception)
                {
                    thrown = exception;
                }
            },
            maxStackSize: 1024 * 1024);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }
}
