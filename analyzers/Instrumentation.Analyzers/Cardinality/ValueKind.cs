namespace Instrumentation.Analyzers.Cardinality;

/// <summary>What is known of the values of an expression.</summary>
internal enum ValueKind
{
    /// <summary>There are few: constants, enums, bools, names of types.</summary>
    Bounded,

    /// <summary>Nothing but the names in it.</summary>
    Unknown,

    /// <summary>It is the result of a function whose name says nothing; the function may be what bounds it.</summary>
    Call,

    /// <summary>A number: unbounded unless a name says otherwise, as <c>status_code</c> does.</summary>
    Number,

    /// <summary>There is no end of them.</summary>
    Unbounded,
}
