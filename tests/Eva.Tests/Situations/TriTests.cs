using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Situations;

public sealed class TriTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Forty_eight_sweets_of_twelve_kinds_come_in_an_order_drawn_for_each_person(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (awa, bilal) = (await site.At("tri"), await Participant.Enter(site, Chosen.Code, "Bilal"));

        var (first, again, other) = ((await awa.Start("tri")).Sweets!, (await awa.Start("tri")).Sweets!, (await bilal.Start("tri")).Sweets!);

        Assert.Equal((48, 12, 4, 2), (first.Sweets.Count, first.Bins.Count, first.Training.Count, first.TrainingBins.Count));
        Assert.All(first.Bins, bin => Assert.Equal(4, first.Sweets.Count(sweet => sweet.Look == bin.Look)));
        Assert.Equal(first.Sweets, again.Sweets);
        Assert.NotEqual(first.Sweets, other.Sweets);
        Assert.Equal(first.Bins, other.Bins);
    }

    [Fact]
    public async Task The_browser_gets_pictures_and_ids_that_tell_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("tri");
        using var json = JsonDocument.Parse(await (await awa.StartRaw((await awa.Journey()).EvaluationId, "tri")).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        foreach (var list in new[] { "training", "trainingBins", "sweets", "bins" })
        {
            Assert.All(json.RootElement.GetProperty("sweets").GetProperty(list).EnumerateArray(), thing => Assert.Equal(["id", "look"], thing.EnumerateObject().Select(p => p.Name)));
        }

        // Sorted by id, a kind seldom follows itself.
        var bins = SweetBank.Current.Sweets.OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => s.Bin).ToList();
        Assert.True(bins.Zip(bins.Skip(1)).Count(pair => pair.First == pair.Second) < 12, "The ids of a kind follow each other.");
        Assert.NotEqual(SweetBank.Current.Bins.Select(b => b.Id).Order(StringComparer.Ordinal), SweetBank.Current.Bins.Select(b => b.Id));
    }

    [Fact]
    public void No_two_kinds_are_told_apart_by_colour_alone_and_two_pairs_are_meant_to_be_close()
    {
        var bins = SweetBank.Current.Bins;
        Assert.Equal(12, bins.Select(b => (b.Shape, b.Pattern)).Distinct().Count());
        Assert.Equal(12, bins.Select(b => b.Look.Words).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(8, bins.Count(b => bins.Any(b.LooksLike)));

        // A finger that slips lands on a bin that looks otherwise: on both shelves, of 3 and of 4 columns.
        foreach (var columns in new[] { 3, 4 })
        {
            var near = from i in Enumerable.Range(0, 12) from j in Enumerable.Range(0, i) where Math.Abs((i / columns) - (j / columns)) <= 1 && Math.Abs((i % columns) - (j % columns)) <= 1 select (bins[i], bins[j]);
            Assert.All(near, pair => Assert.NotEqual(pair.Item1.Shape, pair.Item2.Shape));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_run_is_measured_from_its_events_with_the_server_s_key_and_coming_back_finds_what_is_left(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var awa = await site.At("tri");
        var play = await awa.Start("tri");
        var ids = play.Sweets!.Sweets.Select(s => s.Id).ToList();
        var story = new Story(play).Tell(EventNames.TrainingStarted).Tell(EventNames.Started);

        var half = ids.Take(20).Aggregate(story, (told, id) => Sort(told, id, 2.5));
        Assert.Empty((await awa.Send(half.Events)).Refused);
        var back = await awa.Start("tri");
        Assert.Equal(ids.Take(20).Order(StringComparer.Ordinal), back.Answered.Order(StringComparer.Ordinal));
        Assert.Equal(50, back.Sweets!.SecondsPlayed, 3);

        // The page may claim what it likes.
        var rest = ids.Skip(20).Take(25).Aggregate(new Story(back).Tell(EventNames.Resumed), (told, id) => Sort(told, id, 2));
        rest = ids.Skip(45).Aggregate(rest, (told, id) => told.Tell(EventNames.PieceTaken, ("piece", id)).After(2, EventNames.PieceDropped, ("piece", id), ("bac", Wrong(id)), ("succes", true))).Finish();
        Assert.Empty((await awa.Send(rest.Events)).Refused);

        var campaign = site.Campaign(Chosen.Label);
        var run = Assert.Single(site.LastEvaluation(campaign.Id).Runs);
        var measures = TriReading.Read(run);
        Assert.Equal((48, 3, 0, true), (measures.Placed, measures.Misplaced, measures.SetAside, measures.Finished));
        Assert.Equal(50 + (28 * 2), measures.Seconds, 3);
        Assert.True(Assert.Single((await awa.Journey()).Steps).Done);
    }

    [Theory]
    [InlineData(EventNames.PieceDropped, "S01", "B99", "le bac est inconnu dans cette situation")]
    [InlineData(EventNames.PieceDropped, "S01", "EB1", "le bac est inconnu dans cette situation")]
    [InlineData(EventNames.PieceDropped, "E1", "B01", "le bac est inconnu dans cette situation")]
    [InlineData(EventNames.PieceDropped, "S49", "B01", "le bonbon est inconnu dans cette situation")]
    [InlineData(EventNames.PieceTaken, "M01", null, "le bonbon est inconnu dans cette situation")]
    [InlineData(EventNames.PieceMissed, "S01", null, "« pieceRatee » n’arrive pas dans cette situation")]
    [InlineData(EventNames.PieceDropped, "S01", "B01", null)]
    [InlineData(EventNames.PieceDropped, "E1", "EB1", null)]
    [InlineData(EventNames.PieceDroppedOutside, "S01", null, null)]
    public void What_cannot_happen_in_the_shop_is_refused_with_its_reason(string name, string piece, string? bin, string? reason) =>
        Assert.Equal(reason, new TriRules().WrongFor(name, JsonSerializer.Serialize(new { piece, bac = bin })));

    static string Right(string id) => SweetBank.Current.Sweet(id)!.Bin;

    static string Wrong(string id) => SweetBank.Current.Bins.First(b => b.Id != Right(id)).Id;

    // Taken, and after some seconds put in its bin.
    static Story Sort(Story story, string sweet, double seconds) =>
        story.Tell(EventNames.PieceTaken, ("piece", sweet)).After(seconds, EventNames.PieceDropped, ("piece", sweet), ("bac", Right(sweet)), ("moyen", "souris"));
}
