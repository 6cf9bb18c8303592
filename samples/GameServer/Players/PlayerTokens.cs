using System.Security.Cryptography;
using System.Text;

namespace GameServer.Players;

/// <summary>Issues and checks the tokens that players sign in with, in the place of an account service.</summary>
public sealed class PlayerTokens
{
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public string Issue(string name) => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(name)));

    public bool IsValid(string name, string token) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Issue(name)), Encoding.UTF8.GetBytes(token));
}
