using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;
using Beffroi.Eva.Player.Questions;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

/// <summary>A positioning in the browser: the answers choose the questions, without a network. Lengths of the ways are those of the code book (reference: 13, 44, 7, 24; 20, 20, 22).</summary>
public sealed class RoutedGameTests
{
    private static readonly Gesture Key = new("clavier", Plays.Morning.AddSeconds(30));

    [Theory]
    [InlineData("cafe", "", 13 + 7 + 24)]
    [InlineData("cafe", "L", 13 + 44)]
    [InlineData("cafe", "HPar HGac", 13 + 7 + 44)]
    [InlineData("marche", "", 20 + 20 + 22)]
    [InlineData("marche", "N1", 20 + 12)]
    [InlineData("marche", "N3", 20 + 20 + 22 + 14)]
    public void By_the_published_rules_the_answers_lead_to_the_end_of_their_way(string where, string missed, int length)
    {
        var wrong = missed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var game = new Playing(where == "cafe" ? Positionings.Cafe() : Positionings.Marche());
        game.PlayOn(item => !Array.Exists(wrong, start => item.StartsWith(start, StringComparison.Ordinal)));

        Assert.Equal(Phase.Finished, game.Phase);
        Assert.Equal(length, game.Asked.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(length, game.Asked.Count);
    }

    [Fact]
    public void An_adaptive_test_gives_harder_questions_to_who_is_right_and_stops()
    {
        var (right, wrong) = (new Playing(Positionings.Adaptive()), new Playing(Positionings.Adaptive()));
        right.PlayOn(_ => true);
        wrong.PlayOn(_ => false);

        Assert.Equal((Phase.Finished, Phase.Finished), (right.Phase, wrong.Phase));
        Assert.InRange(right.Asked.Count, 5, 15);
        Assert.True(right.Asked.Average(Rank) > wrong.Asked.Average(Rank) + 5, "the way does not follow the answers");
    }

    [Theory]
    [InlineData("cafe")]
    [InlineData("marche")]
    [InlineData("adaptatif")]
    public void Left_and_opened_again_at_any_question_it_goes_on_exactly(string where)
    {
        var play = where switch { "cafe" => Positionings.Cafe(), "marche" => Positionings.Marche(), _ => Positionings.Adaptive() };
        static bool Right(string item) => (item[^1] - '0') % 3 != 0;
        var whole = new Playing(play);
        whole.PlayOn(Right);

        for (var at = 0; at < whole.Asked.Count; at++)
        {
            var first = new Playing(play);
            first.PlayOn(Right, at);
            // Half of what happened reached the server, which gives its marks back; the rest is on the device.
            var known = play.With([.. first.Told.Take(first.Told.Count / 2)]);
            var again = new Playing(known.With(first.Told));
            Assert.Equal(at, again.Marks);
            again.PlayOn(Right);
            Assert.Equal(whole.Asked, first.Asked.Take(at).Concat(again.Asked));
        }
    }

    [Fact]
    public void What_was_heard_tells_nothing_of_the_scale_after_a_resume_as_before()
    {
        var play = Positionings.Adaptive();
        var game = new Playing(play);
        game.PlayOn(_ => true, 3, heard: true);

        var card = play.With(game.Told).Route!;
        Assert.Equal([null, null, null], card.Marks.Select(mark => mark.Score));
        Assert.Equal([1m, 1m, 1m], card.Marks.Select(mark => mark.Points));
    }

    [Fact]
    public void Each_dozen_questions_leaves_time_to_breathe_and_the_gauge_never_goes_back()
    {
        var game = new Playing(Positionings.Cafe());
        game.PlayOn(_ => true);

        Assert.Equal([12, 24, 36], game.Breaths);
        Assert.Equal(game.Gauge.Order(), game.Gauge);
        Assert.InRange(game.Gauge[^1], 0.5, 1);
        Assert.Equal(Enumerable.Range(1, 44), game.Numbers);
    }

    [Fact]
    public void Training_comments_the_way_does_not()
    {
        var game = new Playing(Positionings.Marche());
        Assert.Equal(("E1", 1, 1), (game.Game.Current?.Id, game.Game.Number, game.Game.Total));
        game.PlayOn(_ => false, 1);
        Assert.Null(game.Game.Feedback);
        Assert.Equal("N1Pse1", game.Asked[0]);
    }

    [Fact]
    public void A_word_is_said_as_often_as_one_wants_and_shown_it_counts_apart()
    {
        var dictated = Plays.Choice("W1") with { Kind = ItemKind.Text, Choices = [], Dictation = new() { Word = "sel", Sentence = "Il faut du sel." } };
        var (journal, told) = Plays.Journal(Plays.Questions());
        var game = new QuestionGame(Plays.Questions(training: [], items: [dictated]), journal);
        game.Begin();
        var said = game.HearDictation();
        game.HearDictation();
        game.ShowDictation();
        Assert.True(game.ShowsDictation);
        game.HideDictation();
        Assert.False(game.ShowsDictation);

        Assert.Equal("Sel. Il faut du sel. Sel.", Assert.Single(said).Spoken);
        Assert.Equal(["demarrage", "affichageQuestionQCM", "ecouteDictee", "ecouteDictee", "lectureMesuree"], told.Select(happened => happened.Name));
        Assert.Equal("dicteeMontree", told[^1].Text("forme"));
        Assert.True(game.WasReadAloud);
    }

    private static int Rank(string id) => int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Somebody who plays, and what they meet.</summary>
    private sealed class Playing
    {
        private readonly FakeShelf _shelf = new();

        public Playing(Play play)
        {
            var clock = new FakeTimeProvider(Plays.Morning);
            Marks = play.Route!.Marks.Count;
            Game = (QuestionGame)Doors.Open(play, new Journal(play, new Outbox(Guid.Empty, _ => Task.FromResult(Delivery.Received), _shelf, clock), clock), clock);
            Game.Begin();
        }

        public QuestionGame Game { get; }

        public int Marks { get; }

        public Phase Phase => Game.Phase;

        public List<string> Asked { get; } = [];

        public List<int> Breaths { get; } = [];

        public List<int> Numbers { get; } = [];

        public List<double> Gauge { get; } = [];

        public List<GameEvent> Told => _shelf.Told;

        public void PlayOn(Func<string, bool> right, int count = int.MaxValue, bool heard = false)
        {
            if (count > 0 && Game.Phase == Phase.Training)
            {
                Game.Draft!.ChooseDontKnow();
                Game.Submit(Key);
                Game.LeaveTrainingQuestion();
                Game.StartGame();
            }

            for (var number = 0; number < count && Game.Phase != Phase.Finished; number++)
            {
                if (Game.Phase == Phase.HalfWay)
                {
                    Breaths.Add(Game.Answered);
                    Game.GoOn();
                }

                var item = Game.Current!.Id;
                Asked.Add(item);
                Numbers.Add(Game.Number);
                Gauge.Add((double)(Game.Number - 1) / Game.Total);
                if (heard)
                {
                    Game.ReadMeasuredAloud(Key);
                }

                Game.Draft!.Choose(right(item) ? "a" : "b");
                Game.Submit(Key);
            }
        }
    }
}
