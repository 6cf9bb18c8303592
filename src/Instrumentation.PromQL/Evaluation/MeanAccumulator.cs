namespace Instrumentation.PromQL.Evaluation;

/// <summary>The mean by summing up, and incrementally from where the sum would overflow (aggregation in promql/engine.go).</summary>
internal struct MeanAccumulator
{
    private KahanSum _sum;
    private double _count;
    private bool _incremental;

    public void Add(double value)
    {
        _count++;
        if (_count == 1)
        {
            _sum = new KahanSum { Sum = value };
            return;
        }

        if (!_incremental)
        {
            var next = _sum;
            next.Add(value);
            if (!double.IsInfinity(next.Sum))
            {
                _sum = next;
                return;
            }

            _incremental = true;
            _sum.Sum /= _count - 1;
            _sum.Compensation /= _count - 1;
        }

        var share = (_count - 1) / _count;
        _sum.Sum *= share;
        _sum.Compensation *= share;
        _sum.Add(value / _count);
    }

    public readonly double Mean => _incremental ? _sum.Total : (_sum.Sum / _count) + (_sum.Compensation / _count);
}
