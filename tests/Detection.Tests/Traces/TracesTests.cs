using System.Numerics;
using CsCheck;

namespace Beffroi.Detection.Tests.Traces;

public sealed class TracesTests
{
    static Post A(string account, string? text, string? repost = null, string? reply = null, string[]? urls = null, string[]? media = null, int second = 0) => new()
    {
        Id = $"{account}-{second}-{text?.Length}", AccountId = account, CreatedAt = DateTimeOffset.UnixEpoch.AddSeconds(second), Text = text, RepostOf = repost, ReplyTo = reply, Urls = urls, MediaHashes = media,
    };

    static string[] Objects(Trace trace, TraceOptions? options, params Post[] posts) => [.. Detection.Traces.Shares(posts, trace, options).Select(s => s.ObjectId)];

    [Fact]
    public void Each_trace_reads_its_own_field_and_emptiness_is_never_an_object()
    {
        Post[] posts = [A("a", "Une phrase assez longue pour compter #un #deux", urls: ["http://www.exemple.fr/", "https://exemple.fr", ""], media: ["ABCD", " "]), A("b", null), A("c", "", "", "", [""], [""]), A("d", "   ", "7", "8")];
        Assert.Equal(["7"], Objects(Trace.Repost, null, posts));
        Assert.Equal(["8"], Objects(Trace.Reply, null, posts));
        Assert.Equal(["https://exemple.fr"], Objects(Trace.Url, null, posts));
        Assert.Equal(["#un #deux"], Objects(Trace.HashtagSequence, null, posts));
        Assert.Equal(["une phrase assez longue pour compter un deux"], Objects(Trace.Text, null, posts));
        Assert.Equal(["abcd"], Objects(Trace.Media, null, posts));
    }

    [Fact]
    public void A_repost_counts_for_what_it_repeats_only_when_asked()
    {
        Post[] posts = [A("a", "RT @b: une phrase assez longue pour compter", urls: ["https://exemple.fr"]), A("c", "une phrase assez longue pour compter", "9", urls: ["https://exemple.fr"])];
        Assert.Single(Objects(Trace.Url, null, posts));
        Assert.Empty(Objects(Trace.Text, null, posts));
        Assert.Equal(2, Objects(Trace.Url, new() { IncludeReposts = true }, posts).Length);
        Assert.Equal(2, Objects(Trace.Text, new() { IncludeReposts = true }, posts).Length);
    }

    [Theory]
    [InlineData("#Un, #deux#trois mot#non &#39; https://x.fr/#ancre #123 #4e ＃cinq", new[] { "un", "deux", "4e", "cinq" })]
    [InlineData("#été #हिन्दी", new[] { "été", "हिन्दी" })]
    [InlineData("# #", new string[0])]
    [InlineData(null, new string[0])]
    public void Hashtags_are_read_as_networks_do(string? text, string[] expected) => Assert.Equal(expected, Hashtags.Of(text));

    [Theory]
    [InlineData("Le MAIRE a-t-il dit vrai ?  https://t.co/x", "le maire a t il dit vrai")]
    [InlineData("@jean @marie Le maire ment ! #Ville", "le maire ment ville")]
    [InlineData("ﬁn de semaine", "fin de semaine")]
    [InlineData("🔥🔥 https://a.fr", "")]
    [InlineData("prix@exemple", "prix exemple")]
    public void Texts_are_compared_without_links_names_signs_and_capitals(string text, string expected) => Assert.Equal(expected, NormalText.Of(text));

    [Fact]
    public void Normalising_any_text_ends_and_does_not_break()
    {
        string[] pieces = ["@", "#", "http://", " ", "é", "\ud83d", "\ude00", "a", "\u0301", "ﬁ", "İ"];
        Gen.OneOf(Gen.String, Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]).Array[0, 20].Select(string.Concat)).Sample(text =>
        {
            var normal = NormalText.Of(text);
            Assert.Equal(normal.Trim(), normal);
            Assert.DoesNotContain("  ", normal, StringComparison.Ordinal);
            _ = Hashtags.Of(text).Count;
        });
    }

    [Fact]
    public void Short_texts_are_greetings_and_signs_of_Asia_count_for_more()
    {
        Assert.Empty(Objects(Trace.Text, null, A("a", "Bonjour à tous")));
        Assert.Single(Objects(Trace.Text, null, A("a", "今天天气很好大家")));
        Assert.Single(Objects(Trace.Text, new() { MinimumTextLength = 1 }, A("a", "Bonjour")));
    }

    [Fact]
    public void The_plain_rule_is_identical_text_by_two_users_retweets_excluded_sorted_by_users()
    {
        var found = IdenticalTexts.Of([A("a", "Pareil", second: 5), A("b", "Pareil ", second: 3), A("a", "Seul"), A("a", "Seul", second: 1), A("a", "Trois"), A("b", "Trois"), A("c", "Trois"),
            A("a", "RT @x: redit"), A("b", "RT @x: redit"), A("a", "redit", "1"), A("b", "redit", "1"), A("a", ""), A("b", ""), A("c", "pareil")]);
        Assert.Equal([("Trois", 3), ("Pareil", 2)], found.Select(t => (t.Text, t.Accounts.Count)));
        Assert.Equal(["b", "a"], found[1].Accounts);
    }

    [Fact]
    public void Signatures_agree_as_often_as_sets_have_in_common() =>
        Gen.Select(Gen.Int[5, 80], Gen.Int[0, 80], Gen.Int[0, 80], Gen.Int[0, 10_000]).Sample(
            (common, left, right, seed) =>
            {
                ulong[] Set(int from, int count) => [.. Enumerable.Range(0, common).Concat(Enumerable.Range(from, count)).Select(i => ChanceStream.Mix((ulong)(i + (1000 * seed)))).Order()];
                var (a, b) = (Set(200, left), Set(400, right));
                var exact = (double)common / (common + left + right);
                Assert.Equal(exact, NearTexts.Jaccard(a, b), 12);
                var permutations = NearTexts.Permutations((ulong)seed, 2000);
                var agreed = NearTexts.Signature(a, permutations).Zip(NearTexts.Signature(b, permutations)).Count(p => p.First == p.Second) / 2000.0;
                Assert.InRange(agreed, exact - 0.06, exact + 0.06);
            },
            iter: 60);

    [Fact]
    public void Near_texts_are_those_of_all_pairs_compared_and_groups_do_not_chain()
    {
        var chance = new Random(3);
        string[] words = ["le", "maire", "ville", "impôt", "hausse", "vote", "école", "route", "parc", "train", "gare", "usine", "eau", "feu", "air", "loi", "juge", "peine", "santé", "soin"];
        var bases = Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 14).Select(_ => words[chance.Next(words.Length)]).ToArray()).ToArray();
        var texts = Enumerable.Range(0, 300).Select(_ =>
        {
            var copy = bases[chance.Next(bases.Length)].ToArray();
            for (var change = chance.Next(4); change > 0; change--)
            {
                copy[chance.Next(copy.Length)] = words[chance.Next(words.Length)];
            }

            return string.Join(' ', copy);
        }).ToArray();
        var groups = NearTexts.Groups(texts);
        // The same rule, every leader compared: what MinHash misses is what differs.
        var (leaders, missed) = (new List<string>(), 0);
        foreach (var text in texts.GroupBy(t => t).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key))
        {
            Assert.True(NearTexts.Jaccard(NearTexts.Shingles(text), NearTexts.Shingles(groups[text])) >= 0.7);
            var near = leaders.Any(l => NearTexts.Jaccard(NearTexts.Shingles(text), NearTexts.Shingles(l)) >= 0.7);
            missed += near != (groups[text] != text) ? 1 : 0;
            if (groups[text] == text)
            {
                leaders.Add(text);
            }
        }

        Assert.InRange(missed, 0, 3);
        var shuffled = texts.ToArray();
        chance.Shuffle(shuffled);
        Assert.Equal(groups.OrderBy(g => g.Key, StringComparer.Ordinal), NearTexts.Groups(shuffled).OrderBy(g => g.Key, StringComparer.Ordinal));
        Assert.True(groups.Values.Distinct().Count() < texts.Distinct().Count());
    }

    [Fact]
    public void Near_pictures_are_those_that_differ_by_few_bits() =>
        Gen.Select(Gen.ULong, Gen.Int[0, 12], Gen.Int[0, 7], Gen.Int[0, 1000]).Sample((bits, flips, distance, seed) =>
        {
            var order = Enumerable.Range(0, 64).ToArray();
            new Random(seed).Shuffle(order);
            var other = order.Take(flips).Aggregate(bits, (b, at) => b ^ (1UL << at));
            Assert.Equal(flips, BitOperations.PopCount(bits ^ other));
            var (a, b) = (bits.ToString("x16", null), other.ToString("x16", null));
            var groups = NearMedia.Groups([a, a, b, "autre"], distance);
            Assert.Equal((a, flips <= distance ? a : b, "autre"), (groups[a], groups[b], groups["autre"]));
        });

    [Fact]
    public void A_near_trace_is_the_exact_one_with_neighbours_merged()
    {
        const string text = "Le maire de la ville a décidé hier soir de fermer la grande piscine municipale";
        Assert.Single(Objects(Trace.NearText, null, A("a", text), A("b", text + " !"), A("c", text + " hélas")).Distinct());
        Assert.Equal(2, Objects(Trace.NearMedia, null, A("a", "", media: ["00000000000000ff", "00000000000000fe"]), A("b", "", media: ["00000000000000FE"])).Length);
    }
}
