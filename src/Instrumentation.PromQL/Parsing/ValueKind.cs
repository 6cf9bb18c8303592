namespace Instrumentation.PromQL.Parsing;

/// <summary>What an expression evaluates to.</summary>
public enum ValueKind
{
    /// <summary>One number.</summary>
    Scalar,

    /// <summary>One number for each of a set of series, all at one time.</summary>
    InstantVector,

    /// <summary>Several samples for each of a set of series.</summary>
    RangeVector,

    /// <summary>A string.</summary>
    String,
}

internal static class ValueKindNames
{
    public static string Name(this ValueKind kind) => kind switch
    {
        ValueKind.Scalar => "scalar",
        ValueKind.InstantVector => "instant vector",
        ValueKind.RangeVector => "range vector",
        _ => "string",
    };
}
