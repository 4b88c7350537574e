using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Encyclopedia;

/// <summary>What opens a proposal without an account: drawn once, shown once, kept as a hash only.</summary>
static class SecretLink
{
    /// <summary>256 bits: cannot be guessed.</summary>
    const int Bytes = 32;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
