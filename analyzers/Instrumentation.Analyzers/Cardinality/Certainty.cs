namespace Instrumentation.Analyzers.Cardinality;

/// <summary>How sure a name makes us that what bears it has no bound.</summary>
internal enum Certainty
{
    /// <summary>The name says nothing either way.</summary>
    None,

    /// <summary>The name says that there are few values: <c>user_type</c>, <c>http_route</c>, <c>weapon_id</c>.</summary>
    Harmless,

    /// <summary>Unbounded unless something else speaks against it: the id of a thing we do not know, <c>session</c>, <c>address</c>.</summary>
    Likely,

    /// <summary>Unbounded: <c>player_id</c>, <c>email</c>, <c>request_path</c>.</summary>
    Certain,
}
