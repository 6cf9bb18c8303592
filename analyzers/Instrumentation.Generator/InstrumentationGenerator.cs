using System.Text;
using Instrumentation.Generator.Emission;
using Instrumentation.Generator.Emission.Metrics;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator;

/// <summary>
/// Writes the wrappers of monitored methods and the bodies of metrics and events, and registers their operations and instruments. Reports nothing: the analyzers do, from the same parser.
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
            .Select(static (compilation, _) => (Name: compilation.AssemblyName ?? "", Aliases: ExternAliases.In(compilation)))
            .Combine(defaults)
            .Select(static (both, _) => new AssemblyModel(both.Left.Name, both.Right, both.Left.Aliases))
            .WithTrackingName(TrackingNames.Assembly);
        var references = context.CompilationProvider
            .Select(static (compilation, cancellation) => ReferenceParser.Parse(compilation, cancellation))
            .WithTrackingName(TrackingNames.References);
        var metricTypes = MetricTypesOf(context);
        var prefixes = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.MetricPrefix,
                static (_, _) => true,
                static (target, _) => PrefixParser.Parse(target.SemanticModel.Compilation).Prefixes)
            .Collect()
            .Select(static (all, _) => all.IsEmpty ? EquatableArray<PrefixModel>.Empty : all[0])
            .WithTrackingName(TrackingNames.Prefixes);
        var registration = types.Combine(metricTypes).Combine(references.Combine(prefixes)).Combine(assembly)
            .Select(static (all, _) => Registration(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right.Left, all.Left.Right.Right, all.Right))
            .WithTrackingName(TrackingNames.Registration);
        var declared = types.Combine(metricTypes).Combine(assembly)
            .Select(static (all, _) => DeclaredMetricsModel.Of(all.Left.Left, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.DeclaredMetrics);

        RulePipeline.Register(context, assembly);
        context.RegisterSourceOutput(
            types.SelectMany(static (all, _) => all).Combine(assembly),
            static (output, file) => output.AddSource(file.Left.HintName, Source(TypeFile.Print(file.Left, file.Right))));
        context.RegisterSourceOutput(
            metricTypes.SelectMany(static (all, _) => all).Combine(assembly),
            static (output, file) => output.AddSource(file.Left.HintName, Source(MetricTypeFile.Print(file.Left, file.Right))));
        context.RegisterSourceOutput(declared, static (output, model) =>
        {
            if (model.Metrics.Count > 0)
            {
                output.AddSource(DeclaredMetricsFile.HintName, Source(DeclaredMetricsFile.Print(model)));
            }
        });
        context.RegisterSourceOutput(registration, static (output, model) =>
        {
            if (!model.IsEmpty)
            {
                output.AddSource(RegistrationFile.HintName, Source(RegistrationFile.Print(model)));
            }
        });
    }

    private static IncrementalValueProvider<EquatableArray<MetricTypeModel>> MetricTypesOf(IncrementalGeneratorInitializationContext context)
    {
        var members = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.GameMetric,
                static (_, _) => true,
                static (target, cancellation) => MetricMemberParser.Parse(target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            .Select(static (parsed, _) => (parsed.Method, parsed.Reader))
            .WithTrackingName(TrackingNames.MetricMembers);
        var events = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.GameEvent,
                static (_, _) => true,
                static (target, cancellation) => target.TargetSymbol is INamedTypeSymbol type
                    ? EventParser.Parse(type, target.SemanticModel.Compilation, cancellation).Event
                    : null)
            .Where(static recorded => recorded is not null)
            .Select(static (recorded, _) => recorded!)
            .WithTrackingName(TrackingNames.Events);

        // An attribute that a record's parameter aims at its property is found neither on the one nor on the other by the provider above.
        var positional = context.SyntaxProvider.CreateSyntaxProvider(
                static (node, _) => node is ParameterSyntax { AttributeLists.Count: > 0, Parent.Parent: RecordDeclarationSyntax } parameter
                    && parameter.AttributeLists.Any(list => list.Target?.Identifier.ValueText == "property"),
                static (target, cancellation) =>
                    target.SemanticModel.GetDeclaredSymbol((ParameterSyntax)target.Node, cancellation) is { ContainingType: { } type } parameter
                    && type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property
                        ? MetricMemberParser.Parse(property, target.SemanticModel.Compilation, cancellation).Reader
                        : null)
            .WithTrackingName(TrackingNames.PositionalMembers);
        return members.Collect().Combine(positional.Collect()).Combine(events.Collect())
            .Select(static (all, _) => MetricTypes.Group(
                [.. all.Left.Left.Select(member => member.Method).OfType<MetricMethodModel>()],
                [.. all.Left.Left.Select(member => member.Reader).Concat(all.Left.Right).OfType<MetricReaderModel>()],
                all.Right))
            .WithTrackingName(TrackingNames.MetricTypes);
    }

    private static RegistrationModel Registration(
        EquatableArray<MonitoredTypeModel> operations,
        EquatableArray<MetricTypeModel> metrics,
        EquatableArray<string> references,
        EquatableArray<PrefixModel> prefixes,
        AssemblyModel assembly) => new()
        {
            Assembly = assembly,
            OperationsClasses = new(operations.Where(type => type.Fields.Count > 0).Select(type => type.OperationsClass)),
            HasWrappers = operations.Any(type => type.Fields.Count > 0 && type.HasWrappers),
            InstrumentsClasses = new(metrics.Where(type => type.Fields.Count > 0).Select(type => type.InstrumentsClass)),
            Readers = new(metrics.Select(ReaderPrinter.Entry).OfType<string>()),
            Prefixes = prefixes,
            ReferencedTypes = references,
        };

    private static SourceText Source(string text) => SourceText.From(text, Encoding.UTF8);
}
