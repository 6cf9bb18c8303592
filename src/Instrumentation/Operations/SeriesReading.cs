namespace Instrumentation.Operations;

/// <summary>What one series of an operation has come to.</summary>
/// <param name="Count">Calls that ended.</param>
/// <param name="Seconds">Their durations, added up.</param>
/// <param name="Cancelled">Those of them that ended in cancellation.</param>
/// <param name="InFlight">Calls begun that have not ended.</param>
internal readonly record struct SeriesReading(long Count, double Seconds, long Cancelled, long InFlight);
