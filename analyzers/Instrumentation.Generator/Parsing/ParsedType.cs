using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>What an annotation on a type was found to cover. Methods with an attribute of their own are not in here.</summary>
internal sealed record ParsedType(EquatableArray<OperationModel> Operations, EquatableArray<Finding> Findings);
