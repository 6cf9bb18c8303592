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
        var types = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.MonitoredOperation,
                static (_, _) => true,
                static (target, cancellation) => Operations(target.TargetSymbol, target.SemanticModel.Compilation, cancellation))
            .WithTrackingName(TrackingNames.Operations)
            .All()
            .Select(static (all, _) => MonitoredTypeModel.Group(all.SelectMany(static operations => operations)))
            .WithTrackingName(TrackingNames.Types);
        var metricTypes = MetricTypesOf(context);
        var defaults = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.InstrumentationDefaults,
                static (_, _) => true,
                static (target, _) => DefaultsParser.Parse(target.SemanticModel.Compilation.Assembly).Defaults)
            .All()
            .Select(static (all, _) => all.Count == 0 ? DefaultsModel.None : all[0])
            .WithTrackingName(TrackingNames.Defaults);
        var assembly = context.CompilationProvider
            .Select(static (compilation, _) => new AssemblyModel(compilation.AssemblyName ?? "", DefaultsModel.None, ExternAliases.In(compilation)))
            .With(defaults)
            .Select(static (both, _) => both.Item1 with { Defaults = both.Item2 })
            .WithTrackingName(TrackingNames.Assembly);
        var references = context.CompilationProvider
            .Select(static (compilation, cancellation) => ReferenceParser.Parse(compilation, cancellation))
            .WithTrackingName(TrackingNames.References);
        var prefixes = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.MetricPrefix,
                static (_, _) => true,
                static (target, _) => PrefixParser.Parse(target.SemanticModel.Compilation).Prefixes)
            .All()
            .Select(static (all, _) => all.Count == 0 ? EquatableArray<PrefixModel>.Empty : all[0])
            .WithTrackingName(TrackingNames.Prefixes);
        var everything = types.With(metricTypes).With(assembly);
        var registration = everything.With(references.With(prefixes))
            .Select(static (all, _) =>
            {
                var (((operations, metrics), assembly), (references, prefixes)) = all;
                return Registration(operations, metrics, references, prefixes, assembly);
            })
            .WithTrackingName(TrackingNames.Registration);
        var declared = everything
            .Select(static (all, _) => DeclaredMetricsModel.Of(all.Item1.Item1, all.Item1.Item2, all.Item2))
            .WithTrackingName(TrackingNames.DeclaredMetrics);

        RulePipeline.Register(context, assembly);
        context.RegisterSourceOutput(
            types.SelectMany(static (all, _) => all).With(assembly),
            static (output, file) => output.AddSource(file.Item1.HintName, Source(TypeFile.Print(file.Item1, file.Item2))));
        context.RegisterSourceOutput(
            metricTypes.SelectMany(static (all, _) => all).With(assembly),
            static (output, file) => output.AddSource(file.Item1.HintName, Source(MetricTypeFile.Print(file.Item1, file.Item2))));
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

    /// <summary>The operations that one attribute makes: of the method that bears it, or of those that it covers on a type.</summary>
    private static EquatableArray<OperationModel> Operations(ISymbol annotated, Compilation compilation, CancellationToken cancellation) => annotated switch
    {
        IMethodSymbol method when OperationParser.Parse(method, compilation, cancellation).Operation is { } operation => new([operation]),
        INamedTypeSymbol type => TypeParser.Parse(type, compilation, cancellation).Operations,
        _ => EquatableArray<OperationModel>.Empty,
    };

    private static IncrementalValueProvider<EquatableArray<MetricTypeModel>> MetricTypesOf(IncrementalGeneratorInitializationContext context)
    {
        var members = context.SyntaxProvider.ForAttributeWithMetadataName(
                Attributes.GameMetric,
                static (_, _) => true,
                static (target, cancellation) => Member(MetricMemberParser.Parse(target.TargetSymbol, target.SemanticModel.Compilation, cancellation)))
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
                        ? Member(MetricMemberParser.Parse(property, target.SemanticModel.Compilation, cancellation))
                        : MetricMemberModel.Nothing)
            .WithTrackingName(TrackingNames.PositionalMembers);
        return members.All().With(positional.All()).With(events.All())
            .Select(static (all, _) =>
            {
                var ((members, positional), events) = all;
                return MetricTypes.Group([.. members, .. positional], events);
            })
            .WithTrackingName(TrackingNames.MetricTypes);
    }

    private static MetricMemberModel Member(ParsedMember parsed) => new(parsed.Method, parsed.Reader);

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
