using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Chat.Rules.Webhooks;

/// <summary>What stands in the address of an incoming webhook, or in the token of a command sent from elsewhere. Shown once; only its hash is kept.</summary>
public static class HookSecret
{
    /// <summary>Bytes of chance: beyond any guessing.</summary>
    const int Length = 24;

    public static string Make(RandomNumberGenerator random)
    {
        var bytes = new byte[Length];
        random.GetBytes(bytes);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>To keep. It has 192 bits of chance: a plain hash is enough.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>False is 401.</summary>
    public static bool IsRight(string? given, string kept) =>
        given is { Length: > 0 and <= 200 } && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(given)), Encoding.ASCII.GetBytes(kept));
}
