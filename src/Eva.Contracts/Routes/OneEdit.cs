namespace Beffroi.Eva.Contracts;

/// <summary>The texts that are one letter away from a typed word: one left out, one too many, one for another, two swapped.</summary>
static class OneEdit
{
    const string Letters = "abcdefghijklmnopqrstuvwxyzàâäçèéêëîïôöùûüœ'- ";

    // Under this, a letter makes another word (« ri », « le »); above, it is not a dictated word.
    const int Shortest = 4;
    const int Longest = 30;

    public static IEnumerable<string> Of(string word) => word.Length is >= Shortest and <= Longest ? Variants(word) : [];

    static IEnumerable<string> Variants(string word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            var (before, after) = (word[..at], word[(at + 1)..]);
            yield return before + after;
            if (at + 1 < word.Length)
            {
                yield return before + word[at + 1] + word[at] + word[(at + 2)..];
            }

            foreach (var letter in Letters)
            {
                yield return before + letter + after;
            }
        }

        for (var at = 0; at <= word.Length; at++)
        {
            foreach (var letter in Letters)
            {
                yield return word.Insert(at, letter.ToString());
            }
        }
    }
}
