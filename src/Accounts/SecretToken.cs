using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Accounts;

/// <summary>What a link of our letters and invitations opens by: whoever reads the database cannot use it.</summary>
static class SecretToken
{
    /// <summary>256 bits: cannot be guessed, so a plain hash of it is enough in the database.</summary>
    const int Bytes = 32;

    /// <summary>Hexadecimal digits of a hash.</summary>
    public const int HashLength = 64;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
