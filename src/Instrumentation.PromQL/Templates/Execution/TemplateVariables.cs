namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>The variables in scope; the empty name is <c>$</c>. What was declared last is found first.</summary>
internal sealed class TemplateVariables
{
    // They are looked for one by one.
    private const int Most = 250;

    private readonly List<(string Name, object? Value)> _variables = [];

    public TemplateVariables(params ReadOnlySpan<(string Name, object? Value)> variables) => _variables.AddRange(variables);

    /// <summary>Marks a scope; to be given to <see cref="Leave"/>.</summary>
    public int Enter() => _variables.Count;

    public void Leave(int scope) => _variables.RemoveRange(scope, _variables.Count - scope);

    public object? Get(string name) => _variables.FindLast(known => known.Name == name).Value;

    /// <exception cref="TemplateException">There are too many.</exception>
    public void Set(string name, object? value, bool declares)
    {
        var at = declares ? -1 : _variables.FindLastIndex(known => known.Name == name);
        if (at >= 0)
        {
            _variables[at] = (name, value);
            return;
        }

        if (_variables.Count >= Most)
        {
            throw new TemplateException($"the template has more than {Most} variables at a time");
        }

        _variables.Add((name, value));
    }
}
