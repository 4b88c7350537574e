namespace Beffroi.Eva;

/// <summary>Three letters and a post code, for instance <c>BKT59000</c>: short to type, easy to say.</summary>
public static class CampaignCode
{
    // Neither I, O nor Q: read aloud or copied from a poster they are taken for 1, 0 and 0.
    const string Letters = "ABCDEFGHJKLMNPRSTUVWXYZ";

    static readonly string[] Banned = ["CUL", "DCD", "FDP", "HLM", "KKK", "MDR", "MST", "NAZ", "NTM", "PDS", "PUT", "RAT", "SDF", "SEX", "SSS", "TGV", "TUE", "VSS", "ZUT"];

    /// <summary>Draws a code; <paramref name="draw"/> gives a number from 0 up to its argument, excluded.</summary>
    public static string Draw(string postCode, Func<int, int> draw)
    {
        while (true)
        {
            var letters = string.Create(3, draw, static (span, next) =>
            {
                foreach (ref var letter in span)
                {
                    letter = Letters[next(Letters.Length)];
                }
            });
            if (!IsBanned(letters))
            {
                return letters + postCode;
            }
        }
    }

    /// <summary>Whether a sequence that means or hurts stands in it.</summary>
    public static bool IsBanned(string code) => Banned.Any(word => code.Contains(word, StringComparison.Ordinal));

    /// <summary>Five letters, for the day when a post code has given all its short codes.</summary>
    public static string DrawLong(Func<int, int> draw) => string.Concat(Enumerable.Range(0, 5).Select(_ => Letters[draw(Letters.Length)]));

    /// <summary>What a person meant: capitals, without the spaces, dots and hyphens people add.</summary>
    public static string Normalise(string? typed) =>
        string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
