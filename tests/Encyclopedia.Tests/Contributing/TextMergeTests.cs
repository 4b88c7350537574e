using Beffroi.Encyclopedia.Merging;
using CsCheck;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class TextMergeTests
{
    [Fact]
    public void Changes_of_different_lines_both_stay() =>
        Assert.Equal("un\nDEUX\ntrois\nQUATRE\n", TextMerge.Of("un\ndeux\ntrois\nquatre\n", "un\nDEUX\ntrois\nquatre\n", "un\ndeux\ntrois\nQUATRE\n"));

    [Fact]
    public void Changes_of_different_words_of_a_line_both_stay() =>
        Assert.Equal("La grande page garde deux copies.", TextMerge.Of("La page garde une copie.", "La grande page garde une copie.", "La page garde deux copies."));

    [Fact]
    public void The_same_change_made_twice_is_made_once() =>
        Assert.Equal("un\ndeux\n", TextMerge.Of("un\n", "un\ndeux\n", "un\ndeux\n"));

    [Fact]
    public void Two_ways_of_changing_the_same_words_are_a_conflict() =>
        Assert.Null(TextMerge.Of("Le seuil est de 10.", "Le seuil est de 20.", "Le seuil est de 30."));

    [Fact]
    public void A_line_changed_by_one_and_taken_away_by_the_other_is_a_conflict() =>
        Assert.Null(TextMerge.Of("un\ndeux\ntrois\n", "un\ntrois\n", "un\ndeux et demi\ntrois\n"));

    // Every word stands once in the world, so that it is known where each should be: a word that both keep, or that one brings, is there once; one that either
    // takes away is gone; and the words of each side stay in the order of that side.
    [Fact]
    public void A_thousand_random_pairs_of_changes_lose_no_word_or_say_that_they_conflict()
    {
        var merged = 0;
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, int.MaxValue]).Sample((lines, seed) =>
        {
            var random = new Random(seed);
            var next = 0;
            string Line() => string.Join(' ', Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"w{next++}"));
            var start = Enumerable.Range(0, lines).Select(_ => Line()).ToList();
            var (b, o, t) = (Joined(start), Joined(Changed(start, random, Line)), Joined(Changed(start, random, Line)));

            var result = TextMerge.Of(b, o, t);
            Assert.Equal(result is null, TextMerge.Of(b, t, o) is null);
            if (result is null)
            {
                return;
            }

            Interlocked.Increment(ref merged);
            var (inB, inO, inT, words) = (Words(b), Words(o), Words(t), Words(result));
            var expected = inO.Union(inT).Where(w => !inB.Contains(w) || (inO.Contains(w) && inT.Contains(w))).Order(StringComparer.Ordinal);
            Assert.Equal(expected, words.Order(StringComparer.Ordinal));
            Assert.Equal(words.Where(inO.Contains), inO.Where(words.Contains));
            Assert.Equal(words.Where(inT.Contains), inT.Where(words.Contains));
        }, iter: 1_000);
        Assert.True(merged > 300, $"Only {merged} pairs were merged: the others conflict, and little is tried.");
    }

    // One side only adds lines, each once in the world: taken out again, they leave what the other side made, to the letter.
    [Fact]
    public void Among_repeated_and_blank_lines_a_thousand_pairs_keep_what_one_side_adds_and_all_that_the_other_makes()
    {
        string[] pool = ["", "", "- point", "- point", "Fin.", "Un pas de plus."];
        var merged = 0;
        Gen.Select(Gen.Int[1, 14], Gen.Int[0, int.MaxValue]).Sample((lines, seed) =>
        {
            var random = new Random(seed);
            string Drawn() => pool[random.Next(pool.Length)];
            var start = Enumerable.Range(0, lines).Select(_ => Drawn()).ToList();
            var added = start.ToList();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                added.Insert(random.Next(added.Count + 1), $"ajout{i}");
            }

            var (b, o, t) = (Joined(start), Joined(Changed(start, random, Drawn)), Joined(added));

            var result = TextMerge.Of(b, o, t);
            Assert.Equal(result, TextMerge.Of(b, t, o));
            if (result is null)
            {
                return;
            }

            Interlocked.Increment(ref merged);
            var all = result.Split('\n');
            Assert.Equal(o.Split('\n'), all.Where(l => !l.StartsWith("ajout", StringComparison.Ordinal)));
            Assert.Equal(added.Where(l => l.StartsWith("ajout", StringComparison.Ordinal)), all.Where(l => l.StartsWith("ajout", StringComparison.Ordinal)));
        }, iter: 1_000);
        Assert.True(merged > 300, $"Only {merged} pairs were merged: the others conflict, and little is tried.");
    }

    static List<string> Changed(List<string> lines, Random random, Func<string> line)
    {
        var changed = new List<string>();
        foreach (var old in lines)
        {
            switch (random.Next(8))
            {
                case 0:
                    changed.AddRange([line(), old]);
                    break;
                case 1:
                    break;
                case 2:
                    var words = old.Split(' ');
                    words[random.Next(words.Length)] = line();
                    changed.Add(string.Join(' ', words));
                    break;
                default:
                    changed.Add(old);
                    break;
            }
        }

        return changed;
    }

    static string Joined(List<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    static List<string> Words(string text) => [.. text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)];
}
