using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Ads;

/// <summary>What opens the right of reply without an account: drawn once, shown once, kept as a hash only.</summary>
static class ReplySecret
{
    const int Bytes = 32;

    public static string Draw() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
