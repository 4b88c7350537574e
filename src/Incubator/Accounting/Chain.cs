using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Incubator.Accounting;

/// <summary>Lines that each carry the hash of the one before: to change one, all that follow must be rewritten (docs/adr/0036).</summary>
public static class Chain
{
    public const int HashLength = 64;

    /// <summary>What the first line follows.</summary>
    public static readonly string Origin = new('0', HashLength);

    public static string Hash(string previous, string canonical) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + '\n' + canonical)));

    // The length of each part goes before it: no two lists of parts give one text.
    public static string Text(params object?[] parts) => string.Concat(parts.Select(p =>
    {
        var text = Convert.ToString(p, CultureInfo.InvariantCulture) ?? "";
        return $"{(p is null ? "-" : text.Length.ToString(CultureInfo.InvariantCulture))}:{text}|";
    }));

    // Both engines keep microseconds.
    public static string Instant(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Number of the first line that is not what was written; null when all are, from the first, without a gap.</summary>
    public static int? FirstBroken(IEnumerable<(int Number, string Previous, string Canonical, string Hash)> lines)
    {
        var (previous, number) = (Origin, 0);
        foreach (var line in lines.OrderBy(l => l.Number))
        {
            number++;
            if (line.Number != number || !string.Equals(line.Previous, previous, StringComparison.Ordinal) || !string.Equals(line.Hash, Hash(previous, line.Canonical), StringComparison.Ordinal))
            {
                return number;
            }

            previous = line.Hash;
        }

        return null;
    }

    public static int? FirstBroken(IEnumerable<LedgerEntry> entries) => FirstBroken(entries.Select(e => (e.Number, e.PreviousHash, e.Canonical, e.Hash)));
}
