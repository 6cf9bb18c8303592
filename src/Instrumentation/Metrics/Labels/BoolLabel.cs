namespace Instrumentation.Metrics.Labels;

internal sealed class BoolLabel(string name) : Label<bool>(name, first: 0, dense: 2)
{
    /// <inheritdoc/>
    public override int Count => 2;

    internal override string ValueAt(int index) => index == 0 ? "false" : "true";

    internal override bool IsDeclared(int index) => true;

    internal override bool Matches(Label other) => other is BoolLabel && other.Name == Name;

    /// <remarks>A bool made by unsafe code may have any byte; all but 0 are true.</remarks>
    internal override int Find(bool value) => value ? 1 : 0;
}
