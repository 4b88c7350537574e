using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>How an answer becomes points, by the key that browser and server share.</summary>
public sealed class SealedKeyTests
{
    [Theory]
    [InlineData(ItemKind.Number, "12,50 €", "12.5")]
    [InlineData(ItemKind.Number, " 1 200 ", "1200")]
    [InlineData(ItemKind.Number, "007", "7")]
    [InlineData(ItemKind.Number, "-0", "0")]
    [InlineData(ItemKind.Number, "douze", "")]
    [InlineData(ItemKind.Text, "  L’ÉTÉ ", "l'été")]
    [InlineData(ItemKind.Text, "de\u00a0  l'eau", "de l'eau")]
    [InlineData(ItemKind.Text, "E\u0301te\u0301, c\u0327a", "été, ça")]
    [InlineData(ItemKind.Text, "Œufs", "œufs")]
    [InlineData(ItemKind.Text, "rendez‑vous", "rendez-vous")]
    [InlineData(ItemKind.Order, " p2  p1 ", "p2 p1")]
    [InlineData(ItemKind.Sort, "p2=b p1=a", "p1=a p2=b")]
    [InlineData(ItemKind.Zone, "C1 B2", "B2 C1")]
    [InlineData(ItemKind.Words, "10 9", "9 10")]
    public void One_answer_has_one_form(ItemKind kind, string answer, string normal) => Assert.Equal(normal, AnswerForm.Normal(kind, answer));

    [Theory]
    [InlineData("pâtes", 1.25, 2)]
    [InlineData("PÂTES ", 1.25, 2)]
    [InlineData("pates", 1, 2)]
    [InlineData("pâte", 0.75, 1)]
    // One letter away from a right form, and nothing by the published rule.
    [InlineData("patess", 0, 1)]
    [InlineData("ptes", 0, 1)]
    [InlineData("aptes", 0, 1)]
    [InlineData("pàtes", 0, 1)]
    [InlineData("potes", 0, 1)]
    [InlineData("pat", 0, 0)]
    [InlineData("pas", 0, 0)]
    [InlineData("s", 0, 0)]
    [InlineData("", 0, 0)]
    public void A_dictated_word_is_right_one_fault_away_or_wrong(string typed, double points, int score)
    {
        var key = Typed(MarkRule.Dictated);
        Assert.Equal(((decimal)points, score, score == 2), (key.Mark(typed).Points, key.Mark(typed).Score, key.Mark(typed).Right));
        Assert.Equal(((decimal)points, points >= 1 ? 1 : 0), (Typed(MarkRule.Typed).Mark(typed).Points, Typed(MarkRule.Typed).Mark(typed).Score));
    }

    [Theory]
    [InlineData("a=1 b=2 c=2", 1)]
    [InlineData("c=2 a=1 b=2", 1)]
    [InlineData("a=1 b=2 c=1", 0.5)]
    [InlineData("a=1 b=2", 0.5)]
    [InlineData("a=1", 0)]
    [InlineData("", 0)]
    public void More_objects_than_slots_allow_one_error_for_half(string answer, double points) =>
        Assert.Equal((decimal)points, Sorted("a=1 b=2 c=2", ["a", "b", "c"], 2).Mark(answer).Points);

    [Theory]
    [InlineData("a=1 b=2 c=3", 1)]
    [InlineData("a=1 b=3 c=2", 0.3333)]
    [InlineData("b=2", 0.3333)]
    public void As_many_slots_as_objects_give_a_share_for_each(string answer, double points) =>
        Assert.Equal((decimal)points, Math.Round(Sorted("a=1 b=2 c=3", ["a", "b", "c"], 3).Mark(answer).Points, 4));

    [Theory]
    [InlineData("installées", 1, 2)]
    [InlineData("installée", 0.75, 1)]
    // Another form of the verb is wrong, one letter away or not.
    [InlineData("installéz", 0, 0)]
    public void Where_grammar_is_asked_only_the_spellings_worth_a_part_are_half_way(string typed, double points, int score)
    {
        var marked = Key(ItemKind.Text, MarkRule.Graded, 1, ("installées", 1), ("installée", 0.75m)).Mark(typed);
        Assert.Equal(((decimal)points, score), (marked.Points, marked.Score));
    }

    [Theory]
    [InlineData("a=1 c=2", 0.5)]
    [InlineData("c=1 b=2", 0.5)]
    [InlineData("a=2 b=2 c=1", 0)]
    [InlineData("c=1", 0)]
    public void One_piece_put_for_another_is_one_error(string answer, double points) =>
        Assert.Equal((decimal)points, Sorted("a=1 b=2", ["a", "b", "c"], 2).Mark(answer).Points);

    [Fact]
    public void A_piece_that_belongs_nowhere_is_right_where_it_was_left()
    {
        var key = Sorted("a=1", ["a", "b"], 2);
        Assert.Equal((1, 0.5m, 0.5m), (key.Mark("a=1").Points, key.Mark("a=1 b=2").Points, key.Mark("").Points));
    }

    [Theory]
    [InlineData("p1 p2 p3 p4 p5 p6 p7", 8, true)]
    [InlineData("p2 p1 p3 p4 p5 p6 p7", 6, false)]
    [InlineData("p2 p3 p1 p4 p5 p6 p7", 4, false)]
    [InlineData("p7 p6 p5 p4 p3 p2 p1", 1, false)]
    public void The_puzzle_gives_a_point_a_piece_and_one_more_from_five(string answer, int points, bool right)
    {
        var marked = Key(ItemKind.Order, MarkRule.Puzzle, 8, ("p1 p2 p3 p4 p5 p6 p7", 1)).Mark(answer);
        Assert.Equal((points, right), (marked.Points, marked.Right));
    }

    [Fact]
    public void I_do_not_know_is_worth_nothing_whatever_the_item() =>
        Assert.All([Typed(MarkRule.Dictated), Sorted("a=1", ["a", "b"], 2)], key => Assert.Equal(Marked.Nothing, key.Mark(null)));

    [Fact]
    public void A_sealed_key_shows_nothing_and_no_two_plays_have_the_same()
    {
        var plain = new PlainKey { Item = "I1", Kind = ItemKind.Choice, Rule = MarkRule.Whole, Points = 1, Worth = new Dictionary<string, decimal> { ["b"] = 1 } };
        var (one, other) = (plain.Seal("un"), plain.Seal("deux"));
        Assert.NotEqual(one.Entries[0].Hash, other.Entries[0].Hash);
        Assert.NotEqual(one.Entries[0].Hash, (plain with { Item = "I2" }).Seal("un").Entries[0].Hash);
        // SHA-256 of "un\nI1\nb", by another program: printf 'un\nI1\nb' | openssl dgst -sha256 -binary | head -c 12 | base64
        Assert.Equal("m1DPDWaV2EeBoDfk", one.Entries[0].Hash);
    }

    static SealedKey Typed(MarkRule rule) => Key(ItemKind.Text, rule, 1, ("pâtes", 1.25m), ("pates", 1), ("pâte", 0.75m));

    static SealedKey Sorted(string right, string[] pieces, int slots) =>
        (new PlainKey { Item = "I1", Kind = ItemKind.Sort, Rule = MarkRule.Sorted, Points = 1, Worth = new Dictionary<string, decimal> { [right] = 1 }, Pieces = pieces, Slots = slots }).Seal("sel");

    static SealedKey Key(ItemKind kind, MarkRule rule, decimal points, params (string Answer, decimal Worth)[] worth) =>
        new PlainKey { Item = "I1", Kind = kind, Rule = rule, Points = points, Worth = worth.ToDictionary(w => w.Answer, w => w.Worth) }.Seal("sel");
}
