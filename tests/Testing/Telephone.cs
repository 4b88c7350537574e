using System.Security.Cryptography;

namespace Beffroi.Testing;

/// <summary>An application of codes, written apart from the site: it reads the key from the page, and the time from the test.</summary>
public sealed class Telephone
{
    string _key = "";

    public void Read(Visitor visitor) => _key = visitor.Page.QuerySelector("ol strong")!.TextContent;

    public string Shows(DateTimeOffset now) => Shows(_key, now);

    /// <param name="written">As a person reads it.</param>
    public static string Shows(string written, DateTimeOffset now)
    {
        byte[] key = [.. Bits(written.Replace(" ", "", StringComparison.Ordinal)).Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
        var counter = BitConverter.GetBytes(now.ToUnixTimeSeconds() / 30);
        Array.Reverse(counter);
#pragma warning disable CA5350 // As the standard says.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var at = hash[^1] & 15;
        var number = ((hash[at] & 127) << 24) | (hash[at + 1] << 16) | (hash[at + 2] << 8) | hash[at + 3];
        return $"{number % 1_000_000:000000}";
    }

    static IEnumerable<char> Bits(string base32) => base32.SelectMany(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0'));
}
