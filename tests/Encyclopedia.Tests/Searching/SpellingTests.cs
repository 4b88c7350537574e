using Beffroi.Encyclopedia.Search.Folding;
using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Encyclopedia.Tests.Searching;

public sealed class SpellingTests
{
    static readonly Gen<string> Words = Gen.Char["abcd"].Array[0, 9].Select(letters => new string(letters));

    [Fact]
    public void The_distance_is_that_of_the_whole_table() =>
        Gen.Select(Words, Words, Gen.Int[0, 3]).Sample((a, b, most) => Spelling.Distance(a, b, most) == Math.Min(Plain(a, b), most + 1));

    [Theory]
    [InlineData("manipulation", "manipulations", "manipuler", "manipulé", "manipulateur", "manipulatrices", "manipulent")]
    [InlineData("détection", "détecter", "détecteurs", "détectées")]
    [InlineData("massif", "massive", "massives", "massifs")]
    [InlineData("national", "nationale", "nationaux")]
    [InlineData("réseau", "réseaux")]
    [InlineData("étranger", "étrangère", "étrangères", "étrangers")]
    [InlineData("trompeur", "trompeuse", "trompeurs")]
    [InlineData("officiel", "officielle", "officiels", "officielles")]
    [InlineData("fiabilité", "fiable", "fiables")]
    public void French_forms_of_a_word_have_one_stem(params string[] forms) => Assert.Single(Stems(forms, Lang.French));

    [Theory]
    [InlineData("manipulation", "manipulations", "manipulating", "manipulated", "manipulate", "manipulator")]
    [InlineData("detection", "detecting", "detects", "detected", "detector")]
    [InlineData("country", "countries")]
    [InlineData("planning", "planned", "plan", "plans")]
    [InlineData("campaign", "campaigns", "campaigning")]
    public void English_forms_of_a_word_have_one_stem(params string[] forms) => Assert.Single(Stems(forms, Lang.English));

    [Theory]
    [InlineData("information", "informatique")]
    [InlineData("public", "publicité")]
    [InlineData("nation", "nature")]
    [InlineData("loi", "loin")]
    public void Other_words_keep_other_stems(params string[] words) => Assert.Equal(words.Length, Stems(words, Lang.French).Count());

    [Fact]
    public void A_stem_of_anything_is_a_word_no_longer_than_it() =>
        Gen.String[Gen.Char["aeisrtnlxuéœ0y"], 1, 15].Sample(text => Token.Of(text).All(t => Langs.All.All(l => Stem.Of(t.Folded, l) is { Length: > 0 } stem && stem.Length <= t.Folded.Length)));

    [Fact]
    public void Words_of_any_text_stand_where_they_say() =>
        Gen.String.Sample(text => Token.Of(text).All(t => t.Length > 0 && t.Start >= 0 && t.End <= text.Length && !t.Folded.Contains(' ', StringComparison.Ordinal)));

    static IEnumerable<string> Stems(string[] words, Lang language) => words.Select(w => Stem.Of(Token.Of(w).Single().Folded, language)).Distinct(StringComparer.Ordinal);

    // Restricted Damerau-Levenshtein, by the definition.
    static int Plain(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return a.Length + b.Length;
        }

        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = new[] { d[i - 1, j] + 1, d[i, j - 1] + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1) }.Min();
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
