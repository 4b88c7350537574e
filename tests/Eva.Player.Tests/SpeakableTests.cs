using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Questions;
using CsCheck;

namespace Beffroi.Eva.Player.Tests;

public sealed class SpeakableTests
{
    [Fact]
    public void A_comprehension_text_is_silent_its_question_and_choices_are_read() =>
        Assert.Equal(["consigne", "question", "choix-a", "choix-b", "choix-ne-sais-pas"], Read(Plays.Choice("L1", "document")));

    [Fact]
    public void Choices_that_are_measured_are_silent_too() =>
        Assert.Equal(["consigne", "question", "choix-ne-sais-pas"], Read(Plays.Choice("L1", "document", "choices")));

    [Fact]
    public void Where_reading_is_not_measured_all_is_read_as_it_is_said()
    {
        var parts = Speakable.Question(Plays.Choice("L1"));
        Assert.Equal(["consigne", "document", "question", "choix-a", "choix-b", "choix-ne-sais-pas"], parts.Select(part => part.Id));
        Assert.Equal("Sonnez ici.", parts[1].Spoken);
    }

    [Fact]
    public void Before_the_request_nothing_measured_is_read_and_the_request_reads_nothing_else() =>
        Gen.Select(Gen.Bool, Gen.Bool).Sample((document, choices) =>
        {
            string[] measured = [.. document ? ["document"] : Array.Empty<string>(), .. choices ? ["choices"] : Array.Empty<string>()];
            var item = Plays.Choice("L1", measured);
            var silent = Speakable.Measured(item).Select(part => part.Id).ToList();
            Assert.Empty(silent.Intersect(Read(item), StringComparer.Ordinal));
            Assert.Equal(document, silent.Contains(Ids.Document, StringComparer.Ordinal));
            Assert.Equal(choices, silent.Contains(Ids.Choice("a"), StringComparer.Ordinal));
            Assert.Empty(silent.Except(Speakable.Question(item, readAloud: true).Select(part => part.Id), StringComparer.Ordinal));
        });

    [Theory]
    [InlineData(ItemKind.Number, "", false)]
    [InlineData(ItemKind.Number, "douze", false)]
    [InlineData(ItemKind.Number, " 12,5 ", true)]
    [InlineData(ItemKind.Writing, "  ", false)]
    [InlineData(ItemKind.Writing, "Bonjour", true)]
    public void A_draft_says_what_is_missing(ItemKind kind, string typed, bool ready)
    {
        var draft = new Draft(Plays.Number("L1") with { Kind = kind });
        draft.Type(typed);
        Assert.Equal(ready, draft.Missing is null);
        Assert.Equal(typed.Trim(), draft.Value);

        draft.ChooseDontKnow(chosen: true);
        Assert.Null(draft.Missing);
        Assert.Null(draft.Value);
    }

    [Fact]
    public void Typing_takes_back_not_knowing_and_a_text_stops_at_its_limit()
    {
        var draft = new Draft(Plays.Writing("L1"));
        draft.ChooseDontKnow(chosen: true);
        draft.Type(new string('a', Draft.LongestText + 5));
        Assert.False(draft.DontKnow);
        Assert.Equal(Draft.LongestText, draft.Text.Length);
    }

    private static IEnumerable<string> Read(Item item) => Speakable.Question(item).Select(part => part.Id);
}
