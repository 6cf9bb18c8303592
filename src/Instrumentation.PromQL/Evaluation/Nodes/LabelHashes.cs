using System.Text;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>Hashes of labels that agree with Prometheus' (model/labels/labels_stringlabels.go), so that limit_ratio takes the same series.</summary>
internal sealed class LabelHashes
{
    private const int Most = 50_000;
    private readonly Dictionary<Labels, ulong> _known = [];

    public ulong Get(Labels labels)
    {
        if (_known.TryGetValue(labels, out var hash))
        {
            return hash;
        }

        if (_known.Count >= Most)
        {
            _known.Clear();
        }

        var bytes = new List<byte>();
        foreach (var label in labels.Span)
        {
            Append(bytes, label.Name);
            Append(bytes, label.Value);
        }

        hash = XxHash64.Compute(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes));
        _known.Add(labels, hash);
        return hash;
    }

    // Lengths below 255 take one byte, others 255 and three more.
    private static void Append(List<byte> bytes, string text)
    {
        var encoded = Encoding.UTF8.GetBytes(text);
        if (encoded.Length < 255)
        {
            bytes.Add((byte)encoded.Length);
        }
        else
        {
            bytes.AddRange([255, (byte)encoded.Length, (byte)(encoded.Length >> 8), (byte)(encoded.Length >> 16)]);
        }

        bytes.AddRange(encoded);
    }
}
