namespace Instrumentation.PromQL.Evaluation;

/// <summary>Summation with Neumaier's compensation (util/kahansum/kahansum.go).</summary>
internal struct KahanSum
{
    /// <summary>What adding up gave so far.</summary>
    public double Sum;

    /// <summary>What rounding has lost so far.</summary>
    public double Compensation;

    public readonly double Total => Sum + Compensation;

    public void Add(double value)
    {
        var total = Sum + value;
        if (double.IsInfinity(total))
        {
            Compensation = 0;
        }
        else if (Math.Abs(Sum) >= Math.Abs(value))
        {
            Compensation += Sum - total + value;
        }
        else
        {
            Compensation += value - total + Sum;
        }

        Sum = total;
    }
}
