using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Chat.Rules.Webhooks;

public enum SignatureVerdict
{
    Valid,

    /// <summary>The header is absent or cannot be read.</summary>
    Unreadable,

    /// <summary>Not signed with this key, or the body is another one.</summary>
    Wrong,

    /// <summary>Signed too long ago, or in the future.</summary>
    Stale,
}

/// <summary>
/// The header <c>Beffroi-Signature: t=SECONDS,v1=HEX</c> of outgoing webhooks: HMAC-SHA256 (RFC 2104, FIPS 198-1) of the time, a dot and the body as it travels.
/// While a key is being changed the header carries one <c>v1</c> for each.
/// </summary>
public static class HookSignature
{
    public const string Header = "Beffroi-Signature";

    /// <summary>Clocks differ and deliveries are tried again: five minutes each way, as Slack asks of those it signs for.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>Bytes of a key: FIPS 198-1 wants no less than half of the hash, we want all of it.</summary>
    public const int KeyLength = 32;

    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static string Sign(IReadOnlyList<byte[]> keys, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (keys.Count == 0 || keys.Any(k => k.Length < KeyLength))
        {
            throw new ArgumentException($"A delivery is signed with keys of {KeyLength} bytes or more.", nameof(keys));
        }

        var seconds = now.ToUnixTimeSeconds();
        var header = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"t={seconds}"));
        foreach (var key in keys)
        {
            header.Append(",v1=").Append(Convert.ToHexStringLower(Mac(key, seconds, body)));
        }

        return header.ToString();
    }

    public static SignatureVerdict Check(string? header, byte[] key, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (Read(header) is not var (seconds, signatures))
        {
            return SignatureVerdict.Unreadable;
        }

        var expected = Mac(key, seconds, body);
        var found = false;
        foreach (var signature in signatures)
        {
            // Constant in time, and all are looked at.
            found |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return !found ? SignatureVerdict.Wrong
            : Math.Abs(now.ToUnixTimeSeconds() - seconds) > Window.TotalSeconds ? SignatureVerdict.Stale
            : SignatureVerdict.Valid;
    }

    static (long Seconds, List<byte[]> Signatures)? Read(string? header)
    {
        long? seconds = null;
        var signatures = new List<byte[]>();
        foreach (var part in (header is { Length: <= 1000 } ? header : "").Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.StartsWith("t=", StringComparison.Ordinal) && seconds is null && long.TryParse(part.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var t) && t <= 253_402_300_799)
            {
                seconds = t;
            }
            else if (part.StartsWith("v1=", StringComparison.Ordinal) && part.Length == 3 + 64 && part.AsSpan(3).IndexOfAnyExcept(Digits) < 0)
            {
                signatures.Add(Convert.FromHexString(part.AsSpan(3)));
            }
            else if (!part.StartsWith('v'))
            {
                return null;
            }
        }

        return seconds is { } at && signatures.Count > 0 ? (at, signatures) : null;
    }

    static byte[] Mac(byte[] key, long seconds, ReadOnlySpan<byte> body)
    {
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        mac.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.")));
        mac.AppendData(body);
        return mac.GetHashAndReset();
    }
}
