namespace Instrumentation.Games.Rules;

/// <summary>How strict the rules about the database are.</summary>
public enum DatabasePreset
{
    /// <summary>No such rules.</summary>
    None,

    /// <summary>Slow queries show early: 500 ms, cache hits below 90 %, processor and memory above 95 %, errors above 5 %.</summary>
    Development,

    /// <summary>What somebody should be called for: 2 s, cache hits below 98 %, processor above 80 %, memory above 85 %, errors above 0.5 %.</summary>
    Production,

    /// <summary>Long queries are the rule: 10 s, cache hits below 80 %, processor above 98 %, memory above 90 %, errors above 2 %.</summary>
    Analytics,
}
