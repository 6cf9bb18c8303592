using System.Collections.Immutable;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>A strong-named assembly is signed again, with the same identity and a valid signature.</summary>
public sealed class StrongNameTests
{
    private const string Source = """
        public partial class Service { public int Act(int x) => x; }
        public partial class Service { [Wraps("Act", "Act__Body")] private int W(int x) => Act__Body(x); private int Act__Body(int x) => throw null!; }
        """;

    private static readonly byte[] s_keyPair = MakeKeyPair();

    [Theory, ClassData(typeof(AllFlavours))]
    public void ASignedAssembly_IsSignedAgain(Flavour flavour)
    {
        var compiled = Sign(flavour);
        Assert.True(HasValidSignature(compiled.Assembly));

        var result = compiled.Weave(new StrongNameKey(s_keyPair, container: null, leaveUnsigned: false));

        Assert.Empty(result.Problems);
        Assert.True(HasValidSignature(result.Assembly!));
        using var before = new Loaded(compiled);
        using var after = new Loaded(new Compiled(result.Assembly!, result.Symbols));
        Assert.Equal(before.Assembly.FullName, after.Assembly.FullName);
        Assert.Equal(result.Assembly, compiled.Weave(new StrongNameKey(s_keyPair, container: null, leaveUnsigned: false)).Assembly);
    }

    [Fact]
    public void WithoutItsKey_ItIsRefused()
    {
        var publicKeyOnly = new byte[160];

        Assert.Equal("INSTW008", Assert.Single(Sign(Flavour.ReleasePortable).Weave().Problems).Code);
        Assert.Equal("INSTW008", Assert.Single(Sign(Flavour.ReleasePortable).Weave(new StrongNameKey(publicKeyOnly, null, leaveUnsigned: false)).Problems).Code);
    }

    [Fact]
    public void PublicSigned_KeepsItsIdentity()
    {
        var compiled = Compiled.From(Source, Flavour.ReleasePortable, options => options
            .WithCryptoPublicKey([.. PublicKey()]).WithPublicSign(true));

        var result = compiled.Weave(new StrongNameKey(null, null, leaveUnsigned: true));

        Assert.Empty(result.Problems);
        using var before = new PEReader(ImmutableArray.Create(compiled.Assembly));
        using var after = new PEReader(ImmutableArray.Create(result.Assembly!));
        Assert.Equal(before.PEHeaders.CorHeader!.Flags, after.PEHeaders.CorHeader!.Flags);
        Assert.Equal(before.PEHeaders.CorHeader.StrongNameSignatureDirectory.Size, after.PEHeaders.CorHeader.StrongNameSignatureDirectory.Size);
    }

    private static Compiled Sign(Flavour flavour)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, s_keyPair);
            return Compiled.From(Source, flavour, options => options
                .WithStrongNameProvider(new Microsoft.CodeAnalysis.DesktopStrongNameProvider()).WithCryptoKeyFile(file));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static byte[] MakeKeyPair()
    {
        using var key = new RSACryptoServiceProvider(2048);
        return key.ExportCspBlob(includePrivateParameters: true);
    }

    // A strong-name public key is the CAPI blob behind two algorithm ids and its length.
    private static byte[] PublicKey()
    {
        using var key = new RSACryptoServiceProvider();
        key.ImportCspBlob(s_keyPair);
        var blob = key.ExportCspBlob(includePrivateParameters: false);
        return [0x00, 0x24, 0, 0, 0x04, 0x80, 0, 0, .. BitConverter.GetBytes(blob.Length), .. blob];
    }

    // ECMA-335 II.24.4: the hash is of the headers (without checksum and certificate directory) and of the sections (without the signature).
    private static bool HasValidSignature(byte[] assembly)
    {
        using var reader = new PEReader(ImmutableArray.Create(assembly));
        var headers = reader.PEHeaders;
        Assert.True(headers.CorHeader!.Flags.HasFlag(CorFlags.StrongNameSigned));
        Assert.True(headers.TryGetDirectoryOffset(headers.CorHeader.StrongNameSignatureDirectory, out var offset));
        var signature = assembly.AsSpan(offset, headers.CorHeader.StrongNameSignatureDirectory.Size).ToArray();
        var content = assembly.ToArray();
        var optional = headers.PEHeaderStartOffset;
        content.AsSpan(optional + 64, 4).Clear();
        content.AsSpan(optional + (headers.PEHeader!.Magic == PEMagic.PE32 ? 96 : 112) + (4 * 8), 8).Clear();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        var headerSize = headers.SectionHeaders.Length * 40 + optional + headers.CoffHeader.SizeOfOptionalHeader;
        hash.AppendData(content, 0, headerSize);
        foreach (var section in headers.SectionHeaders)
        {
            var (start, end) = (section.PointerToRawData, section.PointerToRawData + section.SizeOfRawData);
            if (offset >= start && offset < end)
            {
                hash.AppendData(content, start, offset - start);
                start = offset + signature.Length;
            }

            hash.AppendData(content, start, end - start);
        }

        Array.Reverse(signature);
        using var key = new RSACryptoServiceProvider();
        key.ImportCspBlob(s_keyPair);
        return key.VerifyHash(hash.GetHashAndReset(), signature, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }
}
