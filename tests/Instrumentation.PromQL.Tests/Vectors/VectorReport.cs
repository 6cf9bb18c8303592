using System.Globalization;
using System.Text;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>What became of a file's cases.</summary>
public sealed class VectorReport(string file)
{
    private readonly StringBuilder _details = new();
    private int _passed;
    private int _skipped;

    public int Failed { get; private set; }

    public void Skip(EvalCommand eval, string reason)
    {
        _skipped++;
        _details.AppendLine(CultureInfo.InvariantCulture, $"skipped {file}:{eval.Line}: {reason}");
    }

    public void Count(EvalCommand eval, string? failure)
    {
        if (failure is null)
        {
            _passed++;
            return;
        }

        Failed++;
        _details.AppendLine(CultureInfo.InvariantCulture, $"FAILED {file}:{eval.Line}: {eval.Query}: {failure}");
    }

    public override string ToString() => $"{file}: {_passed} passed, {_skipped} skipped, {Failed} failed\n{_details}";
}
