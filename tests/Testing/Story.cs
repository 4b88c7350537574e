using System.Text.Json;
using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Routes;

namespace Beffroi.Testing;

/// <summary>What happens in one run of a situation, told as the games tell it.</summary>
public sealed class Story(Play play)
{
    static readonly string[] Done = [Handling.Heard, Handling.Fountain, Handling.Stop, Handling.Word, Handling.Station, "parc"];

    int _position = play.NextPosition;
    long _now = SiteUnderTest.Start.ToUnixTimeMilliseconds();

    public List<GameEvent> Events { get; } = [];

    /// <summary>The whole of a situation: which answers are right, and how many seconds each takes.</summary>
    public static Story Whole(Play play, Func<string, bool> right, double seconds) =>
        (play switch
        {
            { Route: { } card } => OnTheWay(new(play), play, card, right, seconds),
            { Items.Count: > 0 } => Questions(new(play), play, right, seconds),
            { Stimuli.Count: > 0 } => Words(new(play), play, right, seconds),
            { Zones.Count: > 0 } => Places(new(play), play, right, seconds),
            { Sweets: { } shop } => Sweets(new(play), shop, right, seconds),
            { Belt: { } belt } => Biscuits(new(play), belt, right, seconds),
            { Stocktake: not null } => new Story(play).Tell(EventNames.Started).OpenAll(seconds).HandIn(seconds),
            _ => Exercises(new(play), right, seconds),
        }).Finish();

    public Story Tell(string name, params (string Field, object Value)[] data) => After(0, name, data);

    public Story After(double seconds, string name, params (string Field, object Value)[] data)
    {
        _now += (long)Math.Round(seconds * 1000);
        Events.Add(new()
        {
            SessionId = play.SessionId,
            Situation = play.Situation,
            Position = _position++,
            Name = name,
            Date = _now,
            Data = data.Length == 0 ? null : data.ToDictionary(d => d.Field, d => JsonSerializer.SerializeToElement(d.Value), StringComparer.Ordinal),
        });
        return this;
    }

    /// <summary>A question seen and answered; null for « je ne sais pas ».</summary>
    public Story Answer(string item, string? answer, double seconds) =>
        Tell(EventNames.QuestionShown, ("question", item))
            .After(seconds, EventNames.Answered, answer is null ? [("question", item), ("neSaisPas", true)] : [("question", item), ("reponse", answer)]);

    public Story Judge(string word, bool french, double seconds) =>
        Tell(EventNames.WordShown, ("mot", word)).After(seconds, EventNames.WordJudged, ("mot", word), ("reponse", french ? "francais" : "pasfrancais"));

    public Story Finish() => Tell(EventNames.Finished);

    /// <summary>An answer that the server's key accepts.</summary>
    public static string Right(BankItem item) => Replies.Right(item);

    /// <summary>An answer that it does not.</summary>
    public static string Wrong(BankItem item) => Replies.Wrong(item);

    /// <summary>The questions of a positioning as the browser meets them, one after another.</summary>
    static Story OnTheWay(Story story, Play play, RouteCard card, Func<string, bool> right, double seconds)
    {
        var (walk, marks) = (Walks.Of(play.Situation, card), card.Marks.ToList());
        var questions = SituationCatalog.Get(play.Situation).Questions.ToDictionary(q => q.Id, StringComparer.Ordinal);
        story.Tell(EventNames.Started);
        while (walk.Next(marks) is { } next)
        {
            var reply = right(next) ? Right(questions[next]) : Wrong(questions[next]);
            story.Answer(next, reply, seconds);
            marks.Add(RouteMark.Of(next, card.Keys.Single(k => string.Equals(k.Item, next, StringComparison.Ordinal)).Mark(reply), heard: false));
        }

        return story;
    }

    static Story Places(Story story, Play play, Func<string, bool> right, double seconds)
    {
        story.Tell(EventNames.Started).Tell(EventNames.SceneShown, ("forme", "image"));
        foreach (var zone in play.Zones.Select(z => SecuriteBank.Current.Find(z.Id)!))
        {
            var seesDanger = right(zone.Id) == zone.Dangerous;
            story.After(seconds, EventNames.ZoneOpened, ("zone", zone.Id), ("moyen", "souris"))
                .After(seconds, EventNames.DangerJudged, ("zone", zone.Id), ("reponse", seesDanger ? "oui" : "non"));
            if (seesDanger)
            {
                story.After(seconds, EventNames.DangerNamed, ("zone", zone.Id), ("reponse", zone.Solution ?? "a"));
            }
        }

        return story;
    }

    static Story Questions(Story story, Play play, Func<string, bool> right, double seconds) =>
        SituationCatalog.Get(play.Situation).Questions.Where(i => play.Items.Any(p => string.Equals(p.Id, i.Id, StringComparison.Ordinal)))
            .Aggregate(story.Tell(EventNames.Started), (told, item) => told.Answer(item.Id, right(item.Id) ? Right(item) : Wrong(item), seconds));

    static Story Sweets(Story story, SweetShop shop, Func<string, bool> right, double seconds) =>
        shop.Sweets.Aggregate(story.Tell(EventNames.Started), (told, sweet) =>
        {
            var bin = SweetBank.Current.Sweet(sweet.Id)!.Bin;
            var given = right(sweet.Id) ? bin : SweetBank.Current.Bins.First(b => !string.Equals(b.Id, bin, StringComparison.Ordinal)).Id;
            return told.Tell(EventNames.PieceTaken, ("piece", sweet.Id)).After(seconds, EventNames.PieceDropped, ("piece", sweet.Id), ("bac", given), ("moyen", "souris"));
        });

    static Story Biscuits(Story story, BiscuitBelt belt, Func<string, bool> right, double seconds) =>
        belt.Pieces.Aggregate(story.Tell(EventNames.Started), (told, piece) =>
        {
            var bin = BiscuitBank.BinFor(piece.Look);
            var given = right(piece.Id) ? bin : string.Equals(bin, BinNames.Good, StringComparison.Ordinal) ? BinNames.Redo : BinNames.Good;
            return told.Tell(EventNames.PieceAppeared, ("piece", piece.Id)).After(seconds, EventNames.PieceDropped, ("piece", piece.Id), ("bac", given), ("moyen", "souris"));
        });

    // Plan de la ville: an exercise that is not right is left.
    static Story Exercises(Story story, Func<string, bool> right, double seconds) =>
        Handling.Exercises.Zip(Done).Aggregate(story.Tell(EventNames.Started), (told, exercise) => told.Tell(EventNames.ExerciseShown, ("exercice", exercise.First))
            .After(seconds, EventNames.ExerciseDone, right(exercise.First)
                ? [("exercice", exercise.First), ("reponse", exercise.Second), ("moyen", "clavier")]
                : [("exercice", exercise.First), ("passe", true), ("moyen", "clavier")]));

    static Story Words(Story story, Play play, Func<string, bool> right, double seconds) =>
        play.Stimuli.Select(s => MaintenanceBank.Current.Stimuli.Single(k => string.Equals(k.Id, s.Id, StringComparison.Ordinal)))
            .Aggregate(story.Tell(EventNames.Started), (told, word) => told.Judge(word.Id, right(word.Id) == word.French, seconds));
}
