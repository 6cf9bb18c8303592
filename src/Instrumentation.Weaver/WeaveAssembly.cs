using Microsoft.Build.Framework;
using Task = Microsoft.Build.Utilities.Task;

namespace Instrumentation.Weaver;

/// <summary>The build task: weaves the assembly that the compiler has just written, in place. All or nothing: a failure leaves both files as they were.</summary>
public sealed class WeaveAssembly : Task
{
    /// <summary>The assembly to weave.</summary>
    [Required]
    public string Assembly { get; set; } = string.Empty;

    /// <summary>Its portable symbol file; it need not exist.</summary>
    public string? Symbols { get; set; }

    /// <summary>The key pair that a strong-named assembly is signed again with.</summary>
    public string? KeyFile { get; set; }

    /// <summary>The key container for the same purpose; Windows only.</summary>
    public string? KeyContainer { get; set; }

    /// <summary>Whether the assembly is signed later, by other means.</summary>
    public bool DelaySign { get; set; }

    /// <summary>Whether the assembly bears a public key without a signature.</summary>
    public bool PublicSign { get; set; }

    /// <summary>How many methods were woven.</summary>
    [Output]
    public int WovenMethods { get; private set; }

    /// <inheritdoc/>
    public override bool Execute()
    {
        try
        {
            Weave();
        }
        catch (Exception exception) when (exception is UnauthorizedAccessException or (IOException and not (FileNotFoundException or FileLoadException)))
        {
            Report(WeavingProblems.CannotAccess(Assembly, exception.Message));
        }
        catch (Exception exception)
        {
            // Whatever else goes wrong is a defect of the weaver: the build says so in one line and keeps the details for a detailed log.
            Report(WeavingProblems.Unexpected(Assembly, $"{exception.GetType().Name}: {exception.Message}".Replace(Environment.NewLine, " ")));
            Log.LogMessage(MessageImportance.Low, exception.ToString());
        }

        return !Log.HasLoggedErrors;
    }

    private void Weave()
    {
        var symbols = Symbols is { Length: > 0 } file && File.Exists(file) ? File.ReadAllBytes(file) : null;
        var key = new StrongNameKey(
            KeyFile is { Length: > 0 } keyFile && File.Exists(keyFile) ? File.ReadAllBytes(keyFile) : null,
            KeyContainer,
            DelaySign || PublicSign);
        var result = AssemblyWeaver.Weave(Assembly, File.ReadAllBytes(Assembly), symbols, key);
        foreach (var problem in result.Problems)
        {
            Report(problem);
        }

        if (result.Assembly is not { } woven)
        {
            Log.LogMessage(MessageImportance.Low, "'{0}' is left as it is: nothing to weave.", Assembly);
            return;
        }

        // The symbols first: were the build killed in between, the next one finds symbols that do not match and says so, while a woven assembly
        // beside old symbols would pass for finished.
        if (result.Symbols is { } wovenSymbols)
        {
            FileReplacement.Replace(Symbols!, wovenSymbols);
        }

        FileReplacement.Replace(Assembly, woven, orElse: () => RestoreSymbols(symbols));
        WovenMethods = result.Methods;
        Log.LogMessage(MessageImportance.Normal, "Wove {0} monitored method(s) of '{1}'.", result.Methods, Assembly);
    }

    private void RestoreSymbols(byte[]? symbols)
    {
        if (symbols is not null)
        {
            FileReplacement.Replace(Symbols!, symbols);
        }
    }

    private void Report(WeavingProblem problem)
    {
        if (problem.IsError)
        {
            Log.LogError(null, problem.Code, null, problem.File, problem.Line, problem.Column, 0, 0, problem.Message);
        }
        else
        {
            Log.LogWarning(null, problem.Code, null, problem.File, problem.Line, problem.Column, 0, 0, problem.Message);
        }
    }
}
