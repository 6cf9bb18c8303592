namespace Instrumentation.Generator.Model;

/// <summary>A partial method of which the wrapper is the implementing part: nothing is woven.</summary>
/// <param name="Name">The method's name as it is written in code.</param>
/// <param name="Modifiers">The declaring part's modifiers, which the implementing part must repeat, <c>partial</c> last.</param>
/// <param name="ReturnType">As the declaring part has it.</param>
/// <param name="CoreName">The method that holds the user's body; null when there is none that fits.</param>
/// <param name="InheritsConstraints">An override restates no constraints but <c>class</c>, <c>struct</c> and <c>default</c>.</param>
internal sealed record SecondDoorModel(string Name, string Modifiers, string ReturnType, string? CoreName, bool InheritsConstraints);
