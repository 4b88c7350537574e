using System.Text.Json;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Routes;
using Beffroi.Eva.Results;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>The browser walks by its own means; the server walks again from the events alone. They meet everywhere.</summary>
public sealed class RouteAgreementTests
{
    const int People = 150;

    [Theory]
    [InlineData(CafeCodebook.Situation, RouteMode.Historique)]
    [InlineData(CafeCodebook.Situation, RouteMode.Beffroi)]
    [InlineData(MarcheCodebook.Situation, RouteMode.Historique)]
    [InlineData(MarcheCodebook.Situation, RouteMode.Beffroi)]
    public void Both_sides_walk_the_same_way_to_its_end(string situation, RouteMode mode)
    {
        var (rules, lengths) = (SituationCatalog.Get(situation), new HashSet<int>());
        for (var seed = 0; seed < People; seed++)
        {
            var run = NewRun(rules, mode, seed);
            var marks = Play(rules, run, new Random(seed));

            var route = RouteReading.Read(run);
            Assert.Null(route.Next);
            Assert.Equal(marks, route.Marks);
            lengths.Add(marks.Count);
            Assert.Equal(marks.Count, marks.Select(m => m.Item).Distinct(StringComparer.Ordinal).Count());
            if (mode is RouteMode.Beffroi)
            {
                Assert.InRange(marks.Count, PositioningDesign.Shortest, PositioningDesign.Longest);
                Assert.All(route.Steps.Select(s => s.Item.Testlet).OfType<string>().CountBy(t => t), testlet => Assert.InRange(testlet.Value, 1, 3));
            }
        }

        // Ways are not all one: the test would otherwise say little.
        Assert.True(lengths.Count >= 3, string.Join(' ', lengths));
    }

    // Random answers, of people who get a fifth to all of them right, with « je ne sais pas », texts heard, answers beside the way, and a break after which another browser goes on.
    static IReadOnlyList<RouteMark> Play(SituationRules rules, Run run, Random chance)
    {
        var (card, breakAt, right) = (Sent(rules, run), chance.Next(5, 25), 0.2 + (0.8 * chance.NextDouble()));
        var (walk, marks, heard) = (Walks.Of(run.Situation, card), card.Marks.ToList(), false);
        Tell(run, EventNames.Started);
        while (walk.Next(marks) is { } next)
        {
            Tell(run, EventNames.QuestionShown, ("question", next));
            if (marks.Count == breakAt)
            {
                // Heard before the break, the question is shown again after it.
                Tell(run, EventNames.ReadAloud, ("question", next));
                breakAt = -1;
                card = Sent(rules, run);
                (walk, marks) = (Walks.Of(run.Situation, card), card.Marks.ToList());
                Assert.Equal(next, walk.Next(marks));
                continue;
            }

            heard = chance.Next(12) == 0;
            if (heard)
            {
                Tell(run, EventNames.ReadAloud, ("question", next));
            }

            if (rules.Questions[chance.Next(rules.Questions.Count)] is var beside && beside.Id != next && chance.Next(4) == 0)
            {
                Tell(run, EventNames.Answered, ("question", beside.Id), ("reponse", Replies.Right(beside)));
            }

            var item = rules.Questions.Single(q => q.Id == next);
            var reply = chance.Next(10) == 0 ? null : Replies.Any(item, chance, right);
            Assert.Null(reply is null ? null : item.Refuse(reply));
            Tell(run, EventNames.Answered, reply is null ? [("question", next), ("neSaisPas", true)] : [("question", next), ("reponse", reply)]);
            marks.Add(RouteMark.Of(next, card.Keys.Single(k => k.Item == next).Mark(reply), heard));
        }

        Tell(run, EventNames.Finished);
        return marks;
    }

    // Through JSON, as the browser gets it.
    static RouteCard Sent(SituationRules rules, Run run)
    {
        var play = rules.Fill(new() { SessionId = run.Id, Situation = run.Situation, Label = rules.Label, NextPosition = 0, TrainingDone = false, Answered = [] }, run, null!);
        return JsonSerializer.Deserialize(JsonSerializer.Serialize(play.Route, EvaJson.Default.RouteCard!), EvaJson.Default.RouteCard!)!;
    }

    static Run NewRun(SituationRules rules, RouteMode mode, int seed) => new()
    {
        Id = new Guid(seed, 0, 0, new byte[8]), EvaluationId = default, Situation = rules.Name, Seed = seed, StartedAt = SiteUnderTest.Start, Route = mode, BankVersion = Bank.PositioningBank.Current(rules.Name).Version,
    };

    static void Tell(Run run, string name, params (string Field, object Value)[] data) => run.Events.Add(new()
    {
        RunId = run.Id,
        Position = run.Events.Count,
        Name = name,
        Date = run.Events.Count * 5_000L,
        ReceivedAt = SiteUnderTest.Start,
        Data = JsonSerializer.Serialize(data.ToDictionary(d => d.Field, d => d.Value)),
    });
}
