using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Beffroi.Encyclopedia.Differences;
using Beffroi.Encyclopedia.Differences.ByWord;
using CsCheck;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class TextDiffTests
{
    static readonly string Revisions = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "shared", "data", "encyclopedia", "disencyclopedia_revisions.json"));

    [Fact]
    public void Only_the_word_that_changed_is_marked()
    {
        var diff = TextDiff.Of("Un titre.\nLa page garde une copie datée.\n", "Un titre.\nLa page garde deux copies datées.\n");

        Assert.Equal(["une copie datée>deux copies datées"], [Shown(diff)]);
        Assert.Equal("Un titre.\nLa page garde ", diff.Parts[0].Text);
    }

    [Fact]
    public void Each_of_the_original_revisions_is_given_back_by_its_difference_with_the_one_before()
    {
        Assert.SkipUnless(File.Exists(Revisions), $"{Path.GetFileName(Revisions)} is not shipped with the project and is not beside it.");
        using var file = JsonDocument.Parse(File.ReadAllBytes(Revisions));
        var compared = 0;
        foreach (var page in file.RootElement.EnumerateObject())
        {
            var before = "";
            foreach (var text in page.Value.EnumerateArray().Select(r => r.GetProperty("text").GetString() ?? ""))
            {
                var diff = TextDiff.Of(before, text);
                Assert.Equal(text, diff.Apply(before));
                Assert.Equal(before, string.Concat(diff.Parts.Where(p => p.Kind != PartKind.Added).Select(p => p.Text)));
                (before, compared) = (text, compared + 1);
            }
        }

        Assert.True(compared >= 250, $"Only {compared} revisions.");
    }

    [Fact]
    public void Applying_a_difference_gives_the_new_text_whatever_the_two_texts() =>
        Gen.Select(AnyText, AnyText).Sample((before, after) => string.Equals(TextDiff.Of(before, after).Apply(before), after, StringComparison.Ordinal), iter: 3_000);

    [Fact]
    public void A_text_is_not_changed_by_the_difference_of_another_one()
    {
        var diff = TextDiff.Of("un deux", "un trois");

        Assert.Throws<ArgumentException>(() => diff.Apply("un quatre"));
        Assert.Throws<ArgumentException>(() => diff.Apply("un deux et plus"));
    }

    // The fewest edits of short texts: by the textbook table.
    [Fact]
    public void What_is_kept_of_short_texts_is_the_longest_common_sequence() =>
        Gen.Select(Gen.Char["ab\n "].Array[0, 12], Gen.Char["ab\n "].Array[0, 12]).Sample((a, b) =>
            Alignment.Of([.. a.Select(c => c.ToString())], [.. b.Select(c => c.ToString())]).Sum(r => r.Length) == Longest(a, b), iter: 3_000);

    public static TheoryData<string> Hard => ["another", "reversed", "half", "one line"];

    [Theory, MemberData(nameof(Hard))]
    public void Ten_thousand_lines_are_compared_however_far_apart_they_are(string how)
    {
        var lines = Enumerable.Range(0, 10_000).Select(i => $"La ligne {i} dit {i * 7 % 13} choses.\n").ToArray();
        var before = string.Concat(lines);
        var after = how switch
        {
            "another" => string.Concat(lines.Select((_, i) => $"Another text {i % 50} altogether {i}.\n")),
            "reversed" => string.Concat(lines.Reverse()),
            "half" => string.Concat(lines.Where((_, i) => i % 2 == 0)),
            _ => before.Replace("\n", " ", StringComparison.Ordinal),
        };

        Assert.Equal(after, TextDiff.Of(before, after).Apply(before));
    }

    static readonly string[] Bits = ["le ", "la ", "chat", "chien", ".", "\n", "\n\n", " ", "é", "e\u0301", "\U0001F600", "\ud800", "\r\n", "**", "\u00A0"];
    static readonly Gen<string> AnyText = Gen.Int[0, 14].Array[0, 40].Select(bits => string.Concat(bits.Select(b => Bits[b])));

    static int Longest(char[] a, char[] b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                table[i, j] = a[i - 1] == b[j - 1] ? table[i - 1, j - 1] + 1 : Math.Max(table[i - 1, j], table[i, j - 1]);
            }
        }

        return table[a.Length, b.Length];
    }

    static string Shown(TextDiff diff)
    {
        var shown = new StringBuilder();
        foreach (var part in diff.Parts.Where(p => p.Kind != PartKind.Same))
        {
            shown.Append(part.Kind == PartKind.Added ? ">" : shown.Length > 0 ? "|" : "").Append(part.Text);
        }

        return shown.ToString();
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
