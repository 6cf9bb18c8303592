namespace Instrumentation.Generator.Model;

/// <summary>What a method gives back, as far as the statements around the call differ.</summary>
internal enum ReturnKind
{
    Nothing,
    Value,
    Reference,
    ReadOnlyReference,
}
