using Mono.Cecil;

namespace Instrumentation.Weaver;

/// <summary>With what a strong-named assembly is signed again. An assembly that was not fully signed stays as it is.</summary>
/// <param name="keyPair">The key pair as in an <c>.snk</c> file, or null.</param>
/// <param name="container">The name of a key container, or null; Windows only.</param>
/// <param name="leaveUnsigned">Whether the project asks for public or delayed signing, so that there is no signature to renew.</param>
public sealed class StrongNameKey(byte[]? keyPair, string? container, bool leaveUnsigned)
{
    /// <summary>For an assembly without a strong name.</summary>
    public static StrongNameKey None { get; } = new(null, null, leaveUnsigned: false);

    internal WeavingProblem? Apply(string name, ModuleDefinition module, WriterParameters parameters)
    {
        if (leaveUnsigned || (module.Attributes & ModuleAttributes.StrongNameSigned) == 0)
        {
            return null;
        }

        if (keyPair is not null)
        {
            // PRIVATEKEYBLOB is type 7; a public key alone starts with the header of a strong-name public key instead.
            if (keyPair.Length < 20 || keyPair[0] != 7)
            {
                return WeavingProblems.NoKey(name, "its key file holds no private key");
            }

            parameters.StrongNameKeyBlob = keyPair;
            return null;
        }

        if (!string.IsNullOrEmpty(container))
        {
            parameters.StrongNameKeyContainer = container;
            return null;
        }

        return WeavingProblems.NoKey(name, "no key was given");
    }
}
