using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>What a monitored method was found to be.</summary>
/// <param name="Operation">
/// The model; null when the method is refused. A refused partial method without a body has a model without a definition: it gets a body
/// that measures nothing, since the error about a missing body would hide every finding.
/// </param>
/// <param name="Findings">What is wrong; may hold notes about an operation that is measured.</param>
internal sealed record ParsedOperation(OperationModel? Operation, EquatableArray<Finding> Findings)
{
    public bool IsMeasured => Operation?.Definition is not null;
}
