using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Questions;
using CsCheck;

namespace Beffroi.Eva.Player.Tests;

/// <summary>What each field gives, in the form that the item says (Item.cs), and what it says is missing.</summary>
public sealed class DraftTests
{
    private static readonly Movable[] Three = [new() { Id = "p1", Text = "91" }, new() { Id = "p2", Text = "19" }, new() { Id = "p3", Text = "190" }];

    [Fact]
    public void A_written_word_goes_as_it_is_typed()
    {
        var draft = new Draft(Of(ItemKind.Text));
        Assert.Contains("Écrivez", draft.Missing, StringComparison.Ordinal);
        draft.Type(" Fromaj ");
        Assert.Equal(("Fromaj", null), (draft.Value, draft.Missing));
    }

    [Fact]
    public void Pieces_are_put_in_order_by_steps_and_by_two_presses()
    {
        var draft = new Draft(Of(ItemKind.Order) with { Pieces = Three });
        Assert.NotNull(draft.Missing);
        draft.Row.Down("p1");
        Assert.Equal(("p2 p1 p3", null), (draft.Value, draft.Missing));
        draft.Row.Press("p3");
        Assert.Equal("p3", draft.Row.InHand);
        draft.Row.Press("p2");
        Assert.Equal(("p3 p2 p1", null), (draft.Value, draft.Row.InHand));
        draft.Row.Up("p3");
        draft.Row.Down("p1");
        Assert.Equal("p3 p2 p1", draft.Value);
        draft.ChooseDontKnow(chosen: true);
        Assert.Null(draft.Value);
    }

    [Fact]
    public void An_order_left_as_it_came_is_an_answer_for_who_insists()
    {
        var draft = new Draft(Of(ItemKind.Order) with { Pieces = Three });
        Assert.Contains("Valider", draft.Missing, StringComparison.Ordinal);
        draft.Insist();
        Assert.Equal((null, "p1 p2 p3"), (draft.Missing, draft.Value));
    }

    [Fact]
    public void However_pieces_are_moved_none_is_lost_and_none_is_doubled() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[-1, 3]).List[0, 30].Sample(acts =>
        {
            var row = new Row(Three.Select(piece => piece.Id));
            foreach (var (act, piece, place) in acts)
            {
                var id = Three[piece].Id;
                (act switch { 0 => () => row.Press(id), 1 => () => row.Up(id), 2 => () => row.Down(id), _ => (Action)(() => row.MoveTo(id, place)) })();
            }

            Assert.Equal(["p1", "p2", "p3"], row.Pieces.Order(StringComparer.Ordinal));
        });

    [Fact]
    public void Pieces_are_sorted_taken_back_and_told_in_their_order()
    {
        var draft = new Draft(Of(ItemKind.Sort) with { Pieces = Three, Slots = [new() { Id = "s1", Text = "Petits" }, new() { Id = "s2", Text = "Grands" }] });
        Assert.Contains("Prenez", draft.Missing, StringComparison.Ordinal);
        Assert.False(draft.Boxes.Put("s1"), "nothing is in hand");
        draft.Insist();
        Assert.NotNull(draft.Missing);
        draft.Boxes.Take("p3");
        Assert.True(draft.Boxes.Put("s2"));
        draft.Boxes.Put("p1", "s2");
        draft.Touch();
        Assert.Equal("p1=s2 p3=s2", draft.Value);
        Assert.Contains("reste 1", draft.Missing, StringComparison.Ordinal);
        draft.Insist();
        Assert.Null(draft.Missing);
        draft.Boxes.Put("p1", null);
        draft.Boxes.Put("p9", "s1");
        Assert.Equal("p3=s2", draft.Value);
        Assert.Equal(["p1", "p2"], draft.Boxes.OnTable.Select(piece => piece.Id));
    }

    [Fact]
    public void One_place_replaces_another_and_several_are_counted()
    {
        Slot[] slots = [.. new[] { "A1", "B1", "A2", "B2" }.Select(id => new Slot { Id = id, Text = id })];
        var one = new Draft(Of(ItemKind.Zone) with { Slots = slots });
        Assert.NotNull(one.Missing);
        one.Picks.Press("B2");
        one.Picks.Press("A1");
        Assert.Equal(("A1", null), (one.Value, one.Missing));

        var two = new Draft(Of(ItemKind.Zone) with { Slots = slots, Picks = 2 });
        two.Picks.Press("B2");
        Assert.Contains("encore 1", two.Missing, StringComparison.Ordinal);
        two.Picks.Press("A1");
        Assert.False(two.Picks.Press("A2"), "two are enough");
        Assert.Equal(("A1 B2", null), (two.Value, two.Missing));
        two.Picks.Press("B2");
        Assert.Equal("A1", two.Value);
    }

    [Fact]
    public void Words_are_numbered_from_1_through_all_lines_and_told_rising()
    {
        var item = Of(ItemKind.Words) with { Picks = 2, Document = new() { Kind = "liste", Lines = ["Café : ouvert", "le  lundi midi"] } };
        Assert.Equal([("1", "Café"), ("2", ":"), ("3", "ouvert"), ("4", "le"), ("5", "lundi"), ("6", "midi")], WordsOf.Lines(item.Document!).SelectMany(line => line));
        var draft = new Draft(item);
        draft.Picks.Press("6");
        draft.Picks.Press("5");
        Assert.Equal("5 6", draft.Value);
    }

    [Theory]
    [InlineData(ItemKind.Text)]
    [InlineData(ItemKind.Order)]
    [InlineData(ItemKind.Sort)]
    [InlineData(ItemKind.Zone)]
    [InlineData(ItemKind.Words)]
    public void Not_knowing_is_an_answer_everywhere_and_acting_takes_it_back(ItemKind kind)
    {
        var draft = new Draft(Of(kind));
        draft.ChooseDontKnow(chosen: true);
        Assert.Equal((null, null), (draft.Missing, draft.Value));
        draft.Touch();
        Assert.False(draft.DontKnow);
    }

    [Fact]
    public void Measured_pieces_are_silent_and_places_are_looked_at()
    {
        var item = Of(ItemKind.Sort) with { Pieces = Three, Slots = [new() { Id = "s1", Text = "Petits" }], Figure = new() { Kind = FigureKind.Stall, Alt = "Un étal.", Title = "L’étal" } };
        Assert.Equal(["consigne", "figure-titre", "question", "etiquette-p1", "etiquette-p2", "etiquette-p3", "case-s1", "choix-ne-sais-pas"], Speakable.Question(item).Select(part => part.Id));
        Assert.Equal(["consigne", "figure-titre", "question", "choix-ne-sais-pas"], Speakable.Question(item with { Measured = ["choices"] }).Select(part => part.Id));
        Assert.Equal(["consigne", "figure-titre", "question", "choix-ne-sais-pas"], Speakable.Question(item with { Kind = ItemKind.Zone, Pieces = [] }).Select(part => part.Id));
    }

    private static Item Of(ItemKind kind) => new() { Id = "I1", Kind = kind, Instruction = "Regardez.", Question = "Quoi ?" };
}
