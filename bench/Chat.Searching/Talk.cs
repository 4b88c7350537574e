using System.Globalization;
using System.Text;

namespace Beffroi.Chat.Searching;

/// <summary>Messages that look like those of people who work: 40,000 words of which a few are in most messages and most in a few (Zipf's law, exponent 1), 5 to 60 of them a message.</summary>
sealed class Talk(int seed)
{
    public const int Words = 40_000;

    static readonly string[] Beginnings = ["dé", "re", "in", "sur", "con", "pro", "mé", "tra", "ex", "an", "co", "pré", "per", "dis", "sous", "ver"];
    static readonly string[] Middles = ["for", "ma", "tri", "lo", "vi", "por", "séri", "can", "du", "gra", "mis", "ple", "ni", "ro", "stan", "té"];
    static readonly string[] Ends = ["tion", "ment", "eur", "ique", "age", "ance", "er", "é", "ing", "ness", "al", "ist", "our", "ée", "if", "or"];

#pragma warning disable RS0030 // Seeded: the same talk each time.
    readonly Random _random = new(seed);
#pragma warning restore RS0030

    readonly double _log = Math.Log(Words + 1);

    /// <summary>The word of a rank; the first is the most frequent.</summary>
    public static string Word(int rank) =>
        Beginnings[rank % 16] + Middles[rank / 16 % 16] + (rank >= 4096 ? Middles[rank / 4096 % 16] : "") + Ends[rank / 256 % 16] + (rank % 7 == 0 ? "s" : "");

    public string Message()
    {
        var text = new StringBuilder();
        for (var left = _random.Next(5, 61); left > 0; left--)
        {
            // With this exponent, the logarithm of the rank is uniform.
            text.Append(Word((int)(Math.Exp(_random.NextDouble() * _log) - 1))).Append(left % 11 == 0 ? ". " : " ");
        }

        return text.Append(_random.Next(1_000_000).ToString(CultureInfo.InvariantCulture)).ToString();
    }

    public int Next(int below) => _random.Next(below);
}
