using System.Text;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Storage;

/// <summary>The labels of a series, its name among them: what makes it that series. Immutable, sorted by name, thread-safe.</summary>
public sealed class Labels : IEquatable<Labels>, IComparable<Labels>
{
    /// <summary>The label that holds the metric's name.</summary>
    public const string MetricName = "__name__";

    /// <summary>No labels.</summary>
    public static readonly Labels Empty = new([]);

    private readonly Label[] _labels;
    private readonly int _hash;

    // The caller vouches for order and uniqueness.
    private Labels(Label[] labels)
    {
        _labels = labels;
        var hash = new HashCode();
        foreach (var label in labels)
        {
            hash.Add(label.Name);
            hash.Add(label.Value);
        }

        _hash = hash.ToHashCode();
    }

    /// <summary>The labels, sorted by name.</summary>
    public ReadOnlySpan<Label> Span => _labels;

    /// <summary>The number of labels.</summary>
    public int Count => _labels.Length;

    /// <summary>The metric's name; empty if it has none.</summary>
    public string Name => Get(MetricName);

    /// <summary>Makes labels of pairs; those with an empty value are left out, since that is the same as not having the label.</summary>
    /// <param name="labels">The pairs, in any order.</param>
    /// <exception cref="ArgumentException">A name occurs twice.</exception>
    public static Labels From(IEnumerable<Label> labels)
    {
        var sorted = labels.Where(static label => label.Value.Length > 0).ToArray();
        if (sorted.Length == 0)
        {
            return Empty;
        }

        Array.Sort(sorted, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i].Name == sorted[i - 1].Name)
            {
                throw new ArgumentException($"The label \"{sorted[i].Name}\" occurs twice.", nameof(labels));
            }
        }

        return new Labels(sorted);
    }

    /// <summary>The value of a label; empty if it is not there.</summary>
    /// <param name="name">The label.</param>
    public string Get(string name)
    {
        foreach (ref readonly var label in _labels.AsSpan())
        {
            if (label.Name == name)
            {
                return label.Value;
            }
        }

        return "";
    }

    /// <summary>The labels with one of them set; an empty value takes it away.</summary>
    /// <param name="name">The label.</param>
    /// <param name="value">Its new value.</param>
    public Labels With(string name, string value)
    {
        if (Get(name) == value)
        {
            return this;
        }

        var rest = _labels.Where(label => label.Name != name);
        return From(value.Length == 0 ? rest : rest.Append(new Label(name, value)));
    }

    /// <summary>The labels of which <paramref name="keep"/> says so.</summary>
    /// <param name="keep">Decides by name.</param>
    public Labels Where(Func<string, bool> keep)
    {
        var kept = Array.FindAll(_labels, label => keep(label.Name));
        return kept.Length == _labels.Length ? this : kept.Length == 0 ? Empty : new Labels(kept);
    }

    /// <summary>Only the named labels.</summary>
    /// <param name="names">What to keep.</param>
    public Labels Keep(IReadOnlyCollection<string> names) => Where(names.Contains);

    /// <summary>All but the named labels.</summary>
    /// <param name="names">What to drop.</param>
    public Labels Drop(IReadOnlyCollection<string> names) => Where(name => !names.Contains(name));

    /// <summary>Without the metric's name, type and unit, which no longer hold once a value was changed (model/labels, DropReserved).</summary>
    public Labels DropMetadata() => Where(static name => name is not (MetricName or "__type__" or "__unit__"));

    /// <inheritdoc/>
    public bool Equals(Labels? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        return other is not null && _hash == other._hash && _labels.AsSpan().SequenceEqual(other._labels);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Labels);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    /// <summary>Orders as Prometheus lists series: by name and value of each label in turn.</summary>
    /// <param name="other">The labels to compare with.</param>
    public int CompareTo(Labels? other)
    {
        if (other is null)
        {
            return 1;
        }

        var common = Math.Min(_labels.Length, other._labels.Length);
        for (var i = 0; i < common; i++)
        {
            var order = string.CompareOrdinal(_labels[i].Name, other._labels[i].Name);
            order = order != 0 ? order : string.CompareOrdinal(_labels[i].Value, other._labels[i].Value);
            if (order != 0)
            {
                return order;
            }
        }

        return _labels.Length.CompareTo(other._labels.Length);
    }

    /// <summary>The labels as Prometheus writes them in messages: <c>{__name__="up", job="game"}</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("{");
        foreach (var label in _labels)
        {
            if (text.Length > 1)
            {
                text.Append(", ");
            }

            if (Characters.IsPlainLabelName(label.Name))
            {
                text.Append(label.Name);
            }
            else
            {
                StringLiterals.AppendQuoted(text, label.Name);
            }

            text.Append('=');
            StringLiterals.AppendQuoted(text, label.Value);
        }

        return text.Append('}').ToString();
    }

    /// <summary>Whether both are the same labels.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Labels? left, Labels? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether they differ.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Labels? left, Labels? right) => !(left == right);

    /// <summary>Whether one is listed before the other.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(Labels left, Labels right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is listed after the other.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(Labels left, Labels right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not listed after the other.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(Labels left, Labels right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not listed before the other.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(Labels left, Labels right) => left.CompareTo(right) >= 0;
}
