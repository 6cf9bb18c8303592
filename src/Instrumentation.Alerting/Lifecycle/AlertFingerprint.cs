using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>The hash by which Alertmanager knows an alert (labelSetToFingerprint in prometheus/common, model/signature.go): FNV-1a of 64 bits.</summary>
public static class AlertFingerprint
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const byte Separator = 255;

    /// <summary>The hash of labels, as 16 hexadecimal digits.</summary>
    /// <param name="labels">The labels.</param>
    public static string Of(Labels labels)
    {
        ArgumentNullException.ThrowIfNull(labels);
        var hash = Basis;
        foreach (ref readonly var label in labels.Span)
        {
            hash = Add(Add(hash, label.Name), label.Value);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static ulong Add(ulong hash, string text)
    {
        foreach (var character in Encoding.UTF8.GetBytes(text))
        {
            hash = (hash ^ character) * Prime;
        }

        return (hash ^ Separator) * Prime;
    }
}
