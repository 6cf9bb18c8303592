namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>What one expansion may cost: a template is trusted no more than a query.</summary>
internal sealed class TemplateBudget
{
    private const int MostSteps = 1_000_000;
    private const int CharactersPerStep = 10;

    private long _steps;

    /// <exception cref="TemplateException">There were too many.</exception>
    public void Spend(long steps)
    {
        _steps += steps;
        if (_steps > MostSteps)
        {
            throw new TemplateException($"the template takes more than {MostSteps} steps");
        }
    }

    /// <summary>Counts a text that was made or read.</summary>
    /// <exception cref="TemplateException">It is too long, or all texts together are.</exception>
    public void SpendText(string text)
    {
        if (text.Length > BoundedText.Longest)
        {
            throw BoundedText.TooLong;
        }

        Spend(text.Length / CharactersPerStep);
    }
}
