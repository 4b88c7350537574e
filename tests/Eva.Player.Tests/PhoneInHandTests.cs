using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;

namespace Beffroi.Eva.Player.Tests;

public sealed class PhoneInHandTests
{
    private static readonly Gesture Tap = new("tactile", Plays.Morning.AddSeconds(5));

    [Fact]
    public void An_app_is_opened_by_one_act_and_told_with_its_question()
    {
        var (game, told) = Begin(On("O1", PhoneApp.Diary));
        game.Phone!.Open(Tap);
        game.Phone.Open(Tap);

        Assert.True(game.Phone.IsOpen);
        var opened = Assert.Single(told, happened => happened.Is(EventNames.AppOpened));
        Assert.Equal(("O1", "agenda", "tactile"), (opened.Text("question"), opened.Text("application"), opened.Text("moyen")));
    }

    [Fact]
    public void What_was_seen_stays_shut_until_it_is_asked_for_and_that_is_told_before_the_answer()
    {
        var (game, told) = Begin(On("O1", PhoneApp.Diary, recall: true));
        game.Phone!.Open(Tap);
        Assert.False(game.Phone.IsOpen);

        game.Phone.SeeAgain(Tap);
        Assert.True(game.Phone.IsOpen);
        game.Draft!.Choose("a");
        game.Submit(Tap);

        Assert.Equal(["demarrage", "affichageQuestionQCM", "informationRevue", "ouvertureApplication", "reponse", "finSituation"], told.Select(happened => happened.Name));
    }

    [Fact]
    public void A_message_to_hear_is_read_only_when_asked_for_and_that_is_told_once()
    {
        var (game, told) = Begin(On("O1", PhoneApp.Voicemail));
        game.Phone!.Open(Tap);
        Assert.False(game.Phone.TranscriptShown);

        game.Phone.ShowTranscript();
        game.Phone.ShowTranscript();

        Assert.True(game.Phone.TranscriptShown);
        Assert.Equal("O1", Assert.Single(told, happened => happened.Is(EventNames.TranscriptShown)).Text("question"));
    }

    [Fact]
    public void Only_a_voicemail_has_a_transcript_and_only_memory_is_seen_again()
    {
        var (game, told) = Begin(On("O1", PhoneApp.Notes));
        game.Phone!.ShowTranscript();
        game.Phone.SeeAgain(Tap);

        Assert.Equal((false, false), (game.Phone.TranscriptShown, game.Phone.SeenAgain));
        Assert.Equal(["demarrage", "affichageQuestionQCM"], told.Select(happened => happened.Name));
    }

    [Fact]
    public void Each_question_begins_with_its_telephone_shut()
    {
        var (game, _) = Begin(On("O1", PhoneApp.Notes), On("O2", PhoneApp.Notes), Plays.Choice("O3"));
        game.Phone!.Open(Tap);
        game.Draft!.Choose("a");
        game.Submit(Tap);
        Assert.False(game.Phone.IsOpen);

        game.Draft.Choose("a");
        game.Submit(Tap);
        Assert.Null(game.Phone);
    }

    [Fact]
    public void Having_the_measured_text_read_opens_what_holds_it()
    {
        var (game, told) = Begin(On("O1", PhoneApp.Messages) with { Measured = ["document"] });

        Assert.Equal([Ids.Document], game.ReadMeasuredAloud(Tap).Select(part => part.Id));
        Assert.True(game.Phone!.IsOpen);
        Assert.Equal(["lectureMesuree", "ouvertureApplication"], told.Skip(2).Select(happened => happened.Name));
    }

    [Fact]
    public void A_locked_telephone_has_no_app_to_open()
    {
        var (game, told) = Begin(On("O1", PhoneApp.Lock));
        game.Phone!.Open(Tap);

        Assert.False(game.Phone.IsOpen);
        Assert.DoesNotContain(told, happened => happened.Is(EventNames.AppOpened));
    }

    private static Item On(string id, PhoneApp app, bool recall = false) => Plays.Choice(id) with { Phone = new FoundPhone { App = app, Recall = recall } };

    private static (QuestionGame Game, List<GameEvent> Told) Begin(params Item[] items)
    {
        var play = Plays.Questions(training: [], items: items);
        var (journal, told) = Plays.Journal(play);
        var game = new QuestionGame(play, journal);
        game.Begin();
        return (game, told);
    }
}
