namespace Instrumentation.Generator.Model.Metrics;

/// <summary>How a recorded value becomes the number that an instrument takes.</summary>
internal enum ValueKind
{
    /// <summary>Fits into a long, and is added as one: no count is ever rounded.</summary>
    Whole,

    /// <summary>A ulong or nuint: as a long when it fits.</summary>
    Unsigned,

    /// <summary>An Int128: as a long when it fits.</summary>
    Wide,

    /// <summary>A UInt128: as a long when it fits.</summary>
    UnsignedWide,

    /// <summary>A float or double.</summary>
    Real,

    /// <summary>Becomes a double by a cast only.</summary>
    Cast,

    /// <summary>A TimeSpan, in the unit of the metric.</summary>
    Time,

    /// <summary>1 for true, 0 for false.</summary>
    Bool,
}
