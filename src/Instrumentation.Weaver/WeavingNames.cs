namespace Instrumentation.Weaver;

/// <summary>The names by which the weaver knows what the generator has written.</summary>
internal static class WeavingNames
{
    public const string WeavingNamespace = "Instrumentation.Weaving";
    public const string Wraps = "WrapsAttribute";
    public const string WovenFlag = "WovenFlagAttribute";

    public const string BuilderNamespace = "Instrumentation.Operations.Builders";
    public const string OperationType = "Instrumentation.Operations.Operation";
    public const string StartAsync = "StartAsync";
}
