namespace Constructs.Harness;

/// <summary>What an operation's metrics say.</summary>
public readonly record struct Tally(long Calls, long Failures, long Cancellations, long InFlight)
{
    public static Tally operator -(Tally left, Tally right) => new(
        left.Calls - right.Calls,
        left.Failures - right.Failures,
        left.Cancellations - right.Cancellations,
        left.InFlight - right.InFlight);

    public static Tally operator +(Tally left, Tally right) => new(
        left.Calls + right.Calls,
        left.Failures + right.Failures,
        left.Cancellations + right.Cancellations,
        left.InFlight + right.InFlight);
}
