using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Bots;

/// <summary>A key of the API: 256 bits of chance, whose hash alone is kept. So much chance needs no slow hash.</summary>
static class KeySecret
{
    const string Mark = "bfr_";
    const int Length = 32;
    const int Shown = 8;

    public static string New() => Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Length));

    /// <summary>What tells it from the others, of no use to guess it.</summary>
    public static string StartOf(string secret) => secret[..Shown];

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>What a request gives after <c>Bearer</c>; null where it has not the form of a key.</summary>
    public static string? Given(string? authorization) =>
        authorization is not null && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && authorization["Bearer ".Length..].Trim() is var key && key.Length == Mark.Length + (2 * Length) && key.StartsWith(Mark, StringComparison.Ordinal) ? key : null;
}
