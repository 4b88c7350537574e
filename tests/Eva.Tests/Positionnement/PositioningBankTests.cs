using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>Rows 15, 16, 45 and 57: the embedded items against the code book, the scales and themselves.</summary>
public sealed class PositioningBankTests
{
    static readonly PositioningBank Cafe = PositioningBank.Current(CafeCodebook.Situation);
    static readonly PositioningBank Marche = PositioningBank.Current(MarcheCodebook.Situation);

    static IEnumerable<BankItem> OfTheBook(PositioningBank bank) => bank.Items.Where(i => i.Family is not "beffroi");

    [Fact]
    public void Row_15_every_family_of_the_cafe_is_filled() => Assert.Equal("", Said(BankGap.OfCafe(OfTheBook(Cafe).Select(i => i.Id))));

    [Fact]
    public void Row_16_every_family_of_the_market_is_filled() => Assert.Equal("", Said(BankGap.OfMarche(OfTheBook(Marche).Select(i => i.Id))));

    [Fact]
    public void An_item_is_worth_the_points_of_its_family_and_bears_on_its_criterion()
    {
        Assert.All(CafeCodebook.Families.SelectMany(f => f.Ids.Select(id => (Id: id, f.Points))), wanted => Assert.Equal(wanted, (wanted.Id, Cafe.Get(wanted.Id).Points)));
        Assert.All(
            MarcheCodebook.Families.SelectMany(f => new[] { f.Principal, f.CatchUp }.OfType<ItemFamily>().SelectMany(i => i.Ids.Select(id => (Id: id, i.Points, f.Criterion)))),
            wanted => Assert.Equal(wanted, (wanted.Id, Marche.Get(wanted.Id).Points, Marche.Get(wanted.Id).Criterion)));
        Assert.Equal((12 + 14 + 10 + 20 + 8 + 2 + 4 + 4 + 20, 16 + 20 + 18 + 46), (OfTheBook(Cafe).Sum(i => i.Points), OfTheBook(Marche).Sum(i => i.Points)));
    }

    [Fact]
    public void Each_scale_has_ninety_items_and_eight_near_each_cut()
    {
        var norms = BeffroiNorms.Expert2026;
        Assert.True(Cafe.Items.Count >= 90 && Marche.Items.Count >= 90);
        Assert.All(norms.Cefr.Values.Concat(norms.AnlciLitteratie.Values), cut => Assert.True(Cafe.Items.Count(i => Math.Abs(i.Difficulty - cut) <= 0.5) >= 8, $"{cut}"));
        Assert.All(norms.Cenf.Values.Concat(norms.AnlciNumeratie.Values), cut => Assert.True(Marche.Items.Count(i => Math.Abs(i.Difficulty - cut) <= 0.5) >= 8, $"{cut}"));
    }

    [Fact]
    public void A_solution_is_accepted_and_marked_full() => Assert.All(Cafe.Items.Concat(Marche.Items).Concat(Cafe.Training).Concat(Marche.Training), item =>
    {
        IEnumerable<string> right = item.Kind is ItemKind.Sort or ItemKind.Zone or ItemKind.Words ? [string.Join(' ', item.Solution)] : item.Solution;
        Assert.All(right, answer =>
        {
            Assert.Null(item.Refuse(answer));
            var marked = item.Mark(answer);
            Assert.True(marked.Right, $"{item.Id}: {answer}");
            // A bonus is worth more than the item.
            Assert.True(item.Kind is ItemKind.Text ? marked.Points >= item.Points : marked.Points == item.Points, $"{item.Id}: {answer}");
            Assert.Equal(item.Dictation is null ? 1 : 2, marked.Score);
        });
    });

    [Fact]
    public void A_wrong_answer_can_be_given_and_is_not_right() => Assert.All(Cafe.Items.Concat(Marche.Items), item =>
    {
        IEnumerable<string> wrong = item.Kind is ItemKind.Choice ? item.Choices.Select(c => c.Id).Except(item.Solution, StringComparer.Ordinal) : [Replies.Wrong(item)];
        Assert.All(wrong, answer =>
        {
            Assert.Null(item.Refuse(answer));
            Assert.False(item.Accepts(answer), $"{item.Id}: {answer}");
            Assert.True(item.Mark(answer).Points < item.Points || item.Points == 0, $"{item.Id}: {answer}");
        });
    });

    [Fact]
    public void An_accepted_spelling_is_worth_what_its_author_wrote() => Assert.All(Cafe.Items.Where(i => i.Kind is ItemKind.Text), item =>
        Assert.All(item.Accepted, spelling => Assert.Equal((item.Id, spelling.Key, item.Points * spelling.Value), (item.Id, spelling.Key, item.Mark(spelling.Key).Points))));

    [Fact]
    public void An_answer_of_another_shape_is_refused_with_its_reason() => Assert.All(Cafe.Items.Concat(Marche.Items), item =>
    {
        var refused = item.Kind is ItemKind.Number or ItemKind.Text ? new string('9', 201) : "autre chose";
        Assert.NotNull(item.Refuse(refused));
        if (item.Kind is ItemKind.Order or ItemKind.Zone or ItemKind.Words)
        {
            Assert.NotNull(item.Refuse(""));
            Assert.NotNull(item.Refuse($"{Replies.Right(item)} {Replies.Right(item)}"));
        }

        if (item.Kind is ItemKind.Sort)
        {
            Assert.NotNull(item.Refuse($"{Replies.Right(item)} {Replies.Right(item)}"));
            Assert.NotNull(item.Refuse($"{item.Pieces[0].Id}=nulle-part"));
        }
    });

    [Fact]
    public void Every_skill_of_the_adaptive_test_has_items() =>
        Assert.All(new[] { Cafe, Marche }, bank => Assert.Equal(bank.Items.Select(i => i.Skill).Distinct().Order(StringComparer.Ordinal), PositioningDesign.Of(bank).Build().Options.Quotas.Select(q => q.Area).Order(StringComparer.Ordinal)));

    [Fact]
    public void The_version_is_that_of_the_items()
    {
        Assert.Same(Cafe, PositioningBank.Find(CafeCodebook.Situation, Cafe.Version));
        Assert.Null(PositioningBank.Find(CafeCodebook.Situation, Marche.Version));
        Assert.Null(PositioningBank.Find(CafeCodebook.Situation, "000000000000"));
        // A run of before versions were kept is read with the program's.
        Assert.Same(Cafe, PositioningBank.Find(CafeCodebook.Situation, null));
    }

    static string Said(BankGap gap) => string.Join(' ', gap.Missing.Select(id => "-" + id).Concat(gap.Unknown.Select(id => "+" + id)));
}
