using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.BuildingSite;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;

namespace Beffroi.Eva.Player.Tests;

public sealed class SiteGameTests
{
    private static readonly Gesture Finger = new("tactile", Plays.Morning.AddSeconds(12));

    [Fact]
    public void A_whole_play_tells_its_story_in_order()
    {
        var (game, told) = Begin(Site());
        game.Shown(Plays.Morning);
        Judge(game, "E1", "oui", "a");
        Assert.Equal("Oui. Ce clou peut blesser.", game.Feedback);
        game.LeaveTraining();
        Assert.Equal(Phase.Ready, game.Phase);

        game.StartGame();
        game.Shown(Plays.Morning);
        Judge(game, "Z1", "non");
        Assert.Null(game.Feedback);
        game.Shown(Plays.Morning);
        game.ClickOutside(120, 1400, Finger);
        Judge(game, "Z2", "oui", "b");

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(
            [
                "demarrageEntrainement", "affichageScene", "ouvertureZone", "identificationDanger", "qualificationDanger",
                "demarrage", "affichageScene", "ouvertureZone", "identificationDanger", "affichageScene", "clickHorsZone",
                "ouvertureZone", "identificationDanger", "qualificationDanger", "finSituation",
            ],
            told.Select(happened => happened.Name));
        Assert.Equal(Enumerable.Range(0, told.Count), told.Select(happened => happened.Position));
        Assert.Equal(["oui", "a", "non", "oui", "b"], told.Select(happened => happened.Text("reponse")).OfType<string>());
        var click = told.Single(happened => happened.Is(EventNames.ClickedOutside));
        Assert.Equal(("120", "1000"), (click.Text("x"), click.Text("y")));
        Assert.All(told.Where(happened => happened.Is(EventNames.ZoneOpened)), opened => Assert.Equal(("tactile", Finger.At.ToUnixTimeMilliseconds()), (opened.Text("moyen"), opened.Date)));
    }

    [Fact]
    public void Every_place_is_asked_the_same_so_that_a_question_tells_nothing()
    {
        var (game, _) = Begin(Site(trained: true, next: 9));
        foreach (var zone in new[] { "Z1", "Z2" })
        {
            game.LookAt(zone, Finger);
            Assert.Equal("Voyez-vous un danger\u00a0?", game.Asked!.Question);
            game.Draft!.Choose("oui");
            game.Submit(Finger);
            Assert.Equal(("Quel est le danger\u00a0?", 3), (game.Asked.Question, game.Asked.Choices.Count));
            game.Draft.ChooseDontKnow();
            game.Submit(Finger);
        }

        Assert.Equal(Phase.Finished, game.Phase);
    }

    [Fact]
    public void Not_knowing_is_an_answer_that_settles_a_place()
    {
        var (game, told) = Begin(Site(trained: true, next: 9));
        game.LookAt("Z1", Finger);
        game.Draft!.ChooseDontKnow();
        game.Submit(Finger);

        Assert.Equal(("neSaisPas", null, 1), (told[^1].Text("reponse"), game.Open, game.Seen));
    }

    [Fact]
    public void A_place_left_without_an_answer_can_be_opened_again_a_settled_one_cannot()
    {
        var (game, told) = Begin(Site(trained: true, next: 9));
        game.Shown(Plays.Morning);
        game.LookAt("Z1", Finger);
        game.Submit(Finger);
        Assert.Contains("Choisissez", game.Missing, StringComparison.Ordinal);
        game.LeaveZone();
        game.Shown(Plays.Morning);
        Judge(game, "Z1", "non");
        game.LookAt("Z1", Finger);

        Assert.Null(game.Open);
        Assert.Equal(["reprise", "affichageScene", "ouvertureZone", "affichageScene", "ouvertureZone", "identificationDanger"], told.Select(happened => happened.Name));
    }

    [Fact]
    public void Saying_that_all_is_seen_asks_once_then_ends()
    {
        var (game, told) = Begin(Site(trained: true, next: 9));
        game.End();
        Assert.Equal(Phase.Playing, game.Phase);
        game.AskToEnd();
        game.LookAt("Z1", Finger);
        Assert.Null(game.Open);
        game.KeepLooking();
        Assert.False(game.Leaving);
        game.AskToEnd();
        game.End();

        Assert.Equal((Phase.Finished, "finSituation"), (game.Phase, told[^1].Name));
    }

    [Fact]
    public void The_site_is_told_once_for_each_time_it_can_be_searched_again_and_how()
    {
        var (game, told) = Begin(Site(trained: true, next: 9));
        game.Shown(Plays.Morning);
        game.Shown(Plays.Morning);
        game.AskHelp();
        game.Shown(Plays.Morning);
        game.CloseHelp();
        game.Shown(Plays.Morning);
        game.ShowList(asList: true);
        game.Shown(Plays.Morning);

        Assert.Equal(["image", "image", "liste"], told.Where(happened => happened.Is(EventNames.SceneShown)).Select(happened => happened.Text("forme")));
        game.LookAt("Z1", Finger);
        Assert.Equal("Ce que montre le dessin.", Assert.Single(game.Asked!.Document!.Lines));
    }

    [Fact]
    public void Nothing_is_opened_or_answered_during_a_pause_or_behind_the_help()
    {
        var (game, told) = Begin(Site(trained: true, next: 9));
        game.Pause();
        game.LookAt("Z1", Finger);
        game.ClickOutside(1, 1, Finger);
        game.Resume();
        game.LookAt("Z1", Finger);
        game.Draft!.Choose("non");
        game.AskHelp();
        game.Submit(Finger);
        game.LeaveZone();

        Assert.Equal(["reprise", "pause", "reprise", "ouvertureZone", "activationAide"], told.Select(happened => happened.Name));
        Assert.Equal("Z1", told[^1].Text("zone"));
    }

    [Fact]
    public void Training_can_be_tried_again_and_speaks_kindly_of_each_answer()
    {
        var (game, _) = Begin(Site());
        Judge(game, "E1", "non");
        Assert.Equal("Regardez encore. Un clou dépasse.", game.Feedback);
        game.TryAgain();
        game.Draft!.ChooseDontKnow();
        game.Submit(Finger);
        Assert.StartsWith("Merci.", game.Feedback, StringComparison.Ordinal);
        game.TryAgain();
        Assert.Null(game.Feedback);
    }

    [Fact]
    public void Coming_back_keeps_the_places_settled_and_those_this_device_has_not_sent_yet()
    {
        var before = Site(trained: true, next: 9, answered: ["E1", "Z1"]);
        Assert.Equal(1, Begin(before).Game.Seen);

        var (game, told) = Begin(Site(trained: true, next: 9));
        Judge(game, "Z1", "non");
        game.LookAt("Z2", Finger);
        game.Draft!.Choose("oui");
        game.Submit(Finger);

        Assert.Equal(["Z1"], Site().With(told).Answered);
    }

    private static void Judge(SiteGame game, string zone, string answer, string? choice = null)
    {
        game.LookAt(zone, Finger);
        game.Draft!.Choose(answer);
        game.Submit(Finger);
        if (choice is not null)
        {
            game.Draft.Choose(choice);
            game.Submit(Finger);
        }
    }

    private static (SiteGame Game, List<GameEvent> Told) Begin(Play play)
    {
        var (journal, told) = Plays.Journal(play);
        var game = new SiteGame(play, journal);
        game.Begin();
        return (game, told);
    }

    private static Play Site(bool trained = false, int next = 0, IReadOnlyList<string>? answered = null) => new()
    {
        SessionId = new Guid("33333333-3333-3333-3333-333333333333"),
        Situation = "securite",
        Label = "Le chantier",
        NextPosition = next,
        TrainingDone = trained,
        Answered = answered ?? [],
        TrainingZones = [Zone("E1", "Oui. Ce clou peut blesser.") with { FeedbackOnNo = "Regardez encore. Un clou dépasse." }],
        Zones = [Zone("Z1"), Zone("Z2")],
    };

    private static Zone Zone(string id, string? feedback = null) => new()
    {
        Id = id,
        Name = "L’échelle",
        Description = "Ce que montre le dessin.",
        Choices = [.. new[] { "a", "b", "c" }.Select(choice => new Choice { Id = choice, Text = choice, Feedback = feedback })],
    };
}
