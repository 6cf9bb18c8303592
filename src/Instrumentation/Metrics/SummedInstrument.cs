using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Cells;
using Instrumentation.Metrics.Exemplars;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>An instrument whose value is the sum of what was added to it.</summary>
/// <remarks>
/// Whole numbers are added up in 64-bit integers and so are exact, beyond 2⁵³ too. A counter past 2⁶³ is exposed as the nearest double, and goes on from 0 at 2⁶⁴, which
/// scrapers take for a restart; what may be negative wraps at 2⁶³. Amounts with a fraction are added up apart, as doubles, from the first one on; the value is then the
/// double sum of the two.
/// </remarks>
public abstract partial class SummedInstrument : Instrument
{
    private const int None = -1;
    private readonly Lock _gate = new();
    private readonly int _whole;
    private int _fractions = None;
    private int[]? _toShow;

    private protected SummedInstrument(InstrumentSetup setup)
        : base(setup)
    {
        _whole = CellMemory.Allocate(Space.Count);
        Exemplars = Kind == MetricKind.Counter ? new FamilyExemplars(setup.Registry, Name, Space.Count, bucketCount: 1) : null;
        Attention |= Exemplars is null ? 0 : WantsExemplars;
        _idle = Expires ? new IdleSeries(Space.Count, setup.ExpireAfter!.Value) : null;
    }

    /// <summary>The exemplars of a counter; null for what is exposed as a gauge, which can have none.</summary>
    private protected FamilyExemplars? Exemplars { get; }

    /// <summary>
    /// Has a series of a dynamic label shown as 0 from now on, before anything is added: an alert on an increase would miss the first one otherwise.
    /// </summary>
    internal void Show(int series)
    {
        lock (_gate)
        {
            Volatile.Write(ref _toShow, [.. _toShow ?? [], series]);
        }
    }

    /// <summary>Adds a whole number; the series is in range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void AddCore(int series, long amount)
    {
        AddCells(series, amount);
        if (Attention != 0)
        {
            Attend(series, amount);
        }
    }

    /// <summary>Adds a finite number; the series is in range.</summary>
    private protected void AddCore(int series, double amount)
    {
        AddCells(series, amount);
        if (Attention != 0)
        {
            Attend(series, amount);
        }
    }

    /// <summary>Adds what has been considered as an exemplar already.</summary>
    private protected void AddOffered(int series, long amount)
    {
        AddCells(series, amount);
        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }

    /// <inheritdoc cref="AddOffered(int, long)"/>
    private protected void AddOffered(int series, double amount)
    {
        AddCells(series, amount);
        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddCells(int series, long amount) => CellMemory.Add(ref CellMemory.Own(_whole + series), amount);

    private void AddCells(int series, double amount)
    {
        // Exactly the doubles that are whole numbers and fit: the comparison fails for whatever the conversion had to change.
        var whole = (long)amount;
        if (whole == amount && whole != long.MaxValue)
        {
            AddCells(series, whole);
            return;
        }

        var fractions = Volatile.Read(ref _fractions);
        CellMemory.Add(ref CellMemory.Own((fractions == None ? AllocateFractions() : fractions) + series), amount);
    }

    private protected sealed override void Collect(SnapshotBuilder builder)
    {
        var space = Space;
        var table = space.Table;
        var count = space.Count;
        if (Volatile.Read(ref _toShow) is not null)
        {
            foreach (var series in Interlocked.Exchange(ref _toShow, null)!)
            {
                space.Shows(series, hasValue: true);
            }
        }

        var fractions = Volatile.Read(ref _fractions);
        for (var series = 0; series < count; series++)
        {
            var whole = builder.Total(_whole + series);
            var fraction = fractions == None ? 0 : builder.RealTotal(fractions + series);
            if (_before is { } before)
            {
                TakeBack(series, new Sums(whole, fraction));
                whole -= before[series].Whole;
                fraction -= before[series].Fraction;
            }

            if (fraction != 0)
            {
                space.Shows(series, hasValue: true);
                builder.Add(table, series, Real(whole) + fraction);
            }
            else if (!space.Shows(series, whole != 0))
            {
                continue;
            }
            else if (whole < 0 && Kind == MetricKind.Counter)
            {
                builder.Add(table, series, Real(whole));
            }
            else
            {
                builder.Add(table, series, whole);
            }

            Exemplars?.Collect(builder, series);
        }

        _expired.Clear();
        if (Exemplars is not null)
        {
            Exemplars.Rearm();
            Interlocked.Or(ref Attention, WantsExemplars);
        }
    }

    /// <summary>A whole sum as a double. A counter has never been added anything negative, so that its sum has all 64 bits.</summary>
    private double Real(long whole) => Kind == MetricKind.Counter ? unchecked((ulong)whole) : whole;

    /// <remarks>Not inlined: the rare half of adding, and longer than the other.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Attend(int series, double amount)
    {
        if ((Attention & WantsExemplars) != 0 && !Exemplars!.Offer(series, 0, amount))
        {
            Interlocked.And(ref Attention, ~WantsExemplars);
        }

        if (IsDynamic)
        {
            LookupGuard.Exit();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int AllocateFractions()
    {
        lock (_gate)
        {
            if (_fractions == None)
            {
                Volatile.Write(ref _fractions, CellMemory.Allocate(Space.Count, reals: Space.Count));
            }

            return _fractions;
        }
    }
}
