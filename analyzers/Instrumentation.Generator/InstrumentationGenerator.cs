using System.Text;
using Instrumentation.Generator.Emission;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator;

/// <summary>
/// Writes the wrappers of monitored methods and registers their operations. Reports nothing: the analyzers do, from the same parser.
/// </summary>
[Generator]
public sealed class InstrumentationGenerator : IIncrementalGenerator
{
    /// <summary>The name that generated code bears in its GeneratedCode attributes.</summary>
    internal const string Name = "Instrumentation.Generator";

    /// <inheritdoc />
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var methods = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.MonitoredOperation,
                static (node, _) => node is not BaseTypeDeclarationSyntax,
                static (target, cancellation) => target.TargetSymbol is IMethodSymbol method
                    ? OperationParser.Parse(method, target.SemanticModel.Compilation, cancellation).Operation
                    : null)
            .Where(static operation => operation is not null)
            .Select(static (operation, _) => operation!)
            .WithTrackingName(TrackingNames.Methods);
        var coveredMethods = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.MonitoredOperation,
                static (node, _) => node is BaseTypeDeclarationSyntax,
                static (target, cancellation) => target.TargetSymbol is INamedTypeSymbol type
                    ? TypeParser.Parse(type, target.SemanticModel.Compilation, cancellation).Operations
                    : EquatableArray<OperationModel>.Empty)
            .SelectMany(static (operations, _) => operations)
            .WithTrackingName(TrackingNames.CoveredMethods);
        var types = methods.Collect().Combine(coveredMethods.Collect())
            .Select(static (both, _) => MonitoredTypeModel.Group(both.Left.AddRange(both.Right)))
            .WithTrackingName(TrackingNames.Types);

        var defaults = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.InstrumentationDefaults,
                static (_, _) => true,
                static (target, _) => DefaultsParser.Parse(target.SemanticModel.Compilation.Assembly).Defaults)
            .Collect()
            .Select(static (all, _) => all.IsEmpty ? DefaultsModel.None : all[0])
            .WithTrackingName(TrackingNames.Defaults);
        var assembly = context.CompilationProvider
            .Select(static (compilation, _) => compilation.AssemblyName ?? "")
            .Combine(defaults)
            .Select(static (both, _) => new AssemblyModel(both.Left, both.Right))
            .WithTrackingName(TrackingNames.Assembly);
        var references = context.CompilationProvider
            .Select(static (compilation, cancellation) => ReferenceParser.Parse(compilation, cancellation))
            .WithTrackingName(TrackingNames.References);
        var registration = types.Combine(references).Combine(assembly)
            .Select(static (all, _) => new RegistrationModel(
                all.Right,
                new EquatableArray<string>(all.Left.Left.Where(type => type.Fields.Count > 0).Select(type => type.OperationsClass)),
                all.Left.Left.Any(type => type.Fields.Count > 0 && type.HasWrappers),
                all.Left.Right))
            .WithTrackingName(TrackingNames.Registration);

        context.RegisterSourceOutput(
            types.SelectMany(static (all, _) => all).Combine(assembly),
            static (output, file) => output.AddSource(file.Left.HintName, Source(TypeFile.Print(file.Left, file.Right))));
        context.RegisterSourceOutput(registration, static (output, model) =>
        {
            if (!model.IsEmpty)
            {
                output.AddSource(RegistrationFile.HintName, Source(RegistrationFile.Print(model)));
            }
        });
    }

    private static SourceText Source(string text) => SourceText.From(text, Encoding.UTF8);
}
