using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Chat.Cases;

/// <summary>How an event is sealed, and tied to the one before. Lower-case hexadecimal SHA-256 (FIPS 180-4).</summary>
public static class CaseSeal
{
    /// <summary>What the first event of a log is tied to: the case itself.</summary>
    public static string Root(Guid caseId) => Hash("beffroi-case-1\n" + caseId.ToString("D", CultureInfo.InvariantCulture));

    public static string Of(CaseEvent line)
    {
        var bare = line with { Number = 0, Salt = null, Seal = null, Link = null };
        var salt = Encoding.ASCII.GetBytes((line.Salt ?? "") + "\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. salt, .. CanonicalJson.Bytes(bare)]));
    }

    public static string Link(string before, int number, string seal) =>
        Hash(string.Create(CultureInfo.InvariantCulture, $"{before}\n{number}\n{seal}"));

    static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
