using System.Reflection;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Instrumentation.Generator.Model.Rules;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Metrics;

namespace Instrumentation.Generator.Tests;

/// <summary>
/// A model that held a symbol, a syntax node or a compilation would keep whole compilations alive and compare unequal after every edit.
/// </summary>
public sealed class ModelShapeTests
{
    private static readonly Type[] s_roots = [typeof(OperationModel), typeof(MonitoredTypeModel), typeof(RegistrationModel), typeof(MetricTypeModel), typeof(DeclaredMetricsModel), typeof(Finding), typeof(ParsedOperation), typeof(ParsedMember), typeof(ParsedEvent), typeof(RuleSetModel), typeof(RuleTableModel)];

    [Fact]
    public void Everything_a_model_holds_is_a_plain_value()
    {
        foreach (var type in Reachable())
        {
            Assert.False(type.Namespace!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{type} is a type of the compiler.");
            Assert.False(type.IsArray || typeof(System.Collections.IList).IsAssignableFrom(type), $"{type} compares by reference.");
            Assert.True(
                type.IsPrimitive || type.IsEnum || type == typeof(string) || IsNullable(type) || IsEquatableArray(type) || IsSealedRecord(type),
                $"{type} is neither a plain value nor a sealed record.");
        }
    }

    [Fact]
    public void No_record_can_be_changed()
    {
        foreach (var property in Reachable().Where(IsSealedRecord).SelectMany(type => type.GetProperties()))
        {
            Assert.True(
                property.SetMethod is null || property.SetMethod.ReturnParameter.GetRequiredCustomModifiers().Length > 0,
                $"{property.DeclaringType}.{property.Name} can be set.");
        }
    }

    [Fact]
    public void Walk_reaches_the_models()
    {
        var reached = Reachable().ToArray();
        foreach (var type in new[] { typeof(MethodModel), typeof(ParameterModel), typeof(LabelModel), typeof(LabelCase), typeof(SecondDoorModel), typeof(DefaultsModel), typeof(SourceLocation), typeof(MetricModel), typeof(EventModel), typeof(MetricReaderModel), typeof(AlertRuleModel), typeof(RecordingRuleModel) })
        {
            Assert.Contains(type, reached);
        }
    }

    private static HashSet<Type> Reachable()
    {
        var seen = new HashSet<Type>();
        var next = new Stack<Type>(s_roots);
        while (next.TryPop(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            if (type.IsGenericType)
            {
                Array.ForEach(type.GetGenericArguments(), next.Push);
            }
            else if (IsSealedRecord(type))
            {
                foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
                {
                    next.Push(field.FieldType);
                }
            }
        }

        return seen;
    }

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

    private static bool IsEquatableArray(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>);

    private static bool IsSealedRecord(Type type) => type.IsSealed && type.GetMethod("<Clone>$") is not null;
}
