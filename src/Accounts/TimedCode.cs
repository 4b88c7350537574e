using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Beffroi.Accounts;

/// <summary>
/// The six digits that an application of the telephone shows (TOTP, RFC 6238, May 2011, with its default SHA-1, which every application
/// knows): a secret and the half-minute it is.
/// </summary>
static class TimedCode
{
    public const int Digits = 6;

    /// <summary>RFC 4226, section 4, R6 asks for 128 bits at least and recommends 160.</summary>
    public const int KeyBytes = 20;

    const int Seconds = 30;

    /// <summary>A clock that is a little late, a person who types slowly: one step on each side (RFC 6238, section 5.2).</summary>
    const int Around = 1;

    public static byte[] DrawKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / Seconds;

    /// <summary>The step that this code is of, later than the last one used; null for a wrong code, or one already seen.</summary>
    public static long? Find(byte[] key, string code, long after, DateTimeOffset now)
    {
        var here = StepAt(now);
        for (var step = Math.Max(here - Around, after + 1); step <= here + Around; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Of(key, step)), System.Text.Encoding.ASCII.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    public static string Of(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // HMAC-SHA-1 is what RFC 6238 defines and what applications know; no collision of SHA-1 helps against it.
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xF)..]) & 0x7FFFFFFF) % 1_000_000;
        return number.ToString("D6", CultureInfo.InvariantCulture);
    }
}
