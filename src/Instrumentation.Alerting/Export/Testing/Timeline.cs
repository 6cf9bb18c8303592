namespace Instrumentation.Alerting.Export.Testing;

/// <summary>The three phases of a test, counted in evaluations: all well, not well, well again.</summary>
/// <param name="Evaluation">The time between two evaluations, in milliseconds; the same for all tests of a file.</param>
/// <param name="Interval">The time between two samples, in milliseconds; a divisor of the former.</param>
/// <param name="Well">How many evaluations the first phase has.</param>
/// <param name="NotWell">How many the second has.</param>
/// <param name="After">How many the third has.</param>
internal sealed record Timeline(long Evaluation, long Interval, int Well, int NotWell, int After)
{
    private const double Lookback = 300;
    private const int Margin = 4;
    private const int MostEvaluations = 1_500;

    /// <summary>How many samples there are for each evaluation.</summary>
    internal int Samples => (int)(Evaluation / Interval);

    /// <summary>The time between evaluations at which the longest of the tests does not take too long, in seconds: a minute, or several.</summary>
    /// <param name="reaches">How far back each rule looks, its <c>for</c> and <c>keep_firing_for</c> included, in seconds.</param>
    internal static int EvaluationFor(IEnumerable<double> reaches) => 60 * (int)Math.Ceiling(Math.Max(1, reaches.DefaultIfEmpty(0).Max() * 3 / MostEvaluations / 60));

    /// <summary>The phases of one test. All times are in seconds.</summary>
    internal static Timeline For(int evaluation, double reach, double shortestRange, double pending, double keep)
    {
        // Five samples in the shortest range, so that rates have something to go by wherever it begins.
        var most = Math.Min(Math.Min(evaluation, shortestRange / 5), double.IsInfinity(shortestRange) ? 60 : double.PositiveInfinity);
        var interval = Enumerable.Range(1, Math.Max(1, (int)most)).Last(candidate => evaluation % candidate == 0);
        int In(double seconds) => (int)Math.Ceiling(seconds / evaluation);
        var settle = In(Math.Max(reach, Lookback)) + Margin;
        return new Timeline(evaluation * 1000L, interval * 1000L, settle, settle + In(pending) + Margin, settle + In(keep) + Margin);
    }
}
