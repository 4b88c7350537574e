using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Playing;

public sealed class ControlePlayTests
{
    [Fact]
    public async Task The_belt_holds_sixty_biscuits_and_says_of_none_whether_it_is_good()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At(ControleRules.SituationName);

        using var json = JsonDocument.Parse(await (await awa.StartRaw((await awa.Journey()).EvaluationId, ControleRules.SituationName)).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        var pieces = json.RootElement.GetProperty("belt").GetProperty("pieces").EnumerateArray().ToList();
        Assert.Equal(60, pieces.Count);
        Assert.All(pieces, piece => Assert.Equal(["id", "look", "turn"], piece.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(Enumerable.Range(1, 60).Select(rank => $"B{rank:00}"), pieces.Select(piece => piece.GetProperty("id").GetString()));
        // The model's own number is on no biscuit: equal numbers would be the key.
        Assert.DoesNotContain(json.RootElement.GetProperty("belt").GetProperty("model").GetInt32(), pieces.Select(piece => piece.GetProperty("look").GetInt32()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_belt_is_drawn_for_each_person_and_the_same_at_each_return(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var awa = await site.At(ControleRules.SituationName);
        var first = await awa.Start(ControleRules.SituationName);
        await awa.Send(new Story(first).Tell(EventNames.Started)
            .Tell(EventNames.PaceChanged, ("rythme", PaceNames.Slower))
            .Tell(EventNames.PieceAppeared, ("piece", "B01"))
            .Tell(EventNames.PieceDropped, ("piece", "B01"), ("bac", BinNames.Good), ("moyen", "tactile"))
            .Tell(EventNames.PieceAppeared, ("piece", "B02"))
            .Tell(EventNames.PieceMissed, ("piece", "B02"))
            .Tell(EventNames.PieceAppeared, ("piece", "B03")).Events);

        var again = await awa.Start(ControleRules.SituationName);
        var other = await (await Participant.Enter(site, Chosen.Code, "Bilal")).Start(ControleRules.SituationName);

        Assert.Equal(first.Belt!.Pieces, again.Belt!.Pieces);
        Assert.NotEqual(first.Belt.Pieces, other.Belt!.Pieces);
        Assert.Equal((PaceNames.Standard, PaceNames.Slower), (first.Belt.Pace, again.Belt.Pace));
        Assert.Equal(["B01", "B02"], again.Answered.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(EventNames.PieceDropped, "piece", "B61", "la pièce est inconnue dans cette situation")]
    [InlineData(EventNames.PieceDropped, "piece", "B01", "le bac est bon ou a_refaire")]
    [InlineData(EventNames.PieceMissed, "mot", "B01", "la pièce est inconnue dans cette situation")]
    [InlineData(EventNames.PaceChanged, "rythme", "50", "le rythme est inconnu dans cette situation")]
    [InlineData(EventNames.Answered, "question", "L01", "« reponse » n’arrive pas dans cette situation")]
    public async Task What_cannot_happen_on_a_belt_is_refused_with_its_reason(string name, string field, string value, string reason)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At(ControleRules.SituationName);

        var receipt = await awa.Send(new Story(await awa.Start(ControleRules.SituationName)).Tell(name, (field, value)).Events);

        Assert.Equal(reason, Visitor.Flat(Assert.Single(receipt.Refused).Reason));
    }

    [Fact]
    public void Each_third_holds_every_defect_once_and_eleven_good_ones_whatever_the_seed()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var belt = BiscuitBank.Draw(seed);
            Assert.All(belt.Chunk(20), third => Assert.Equal(
                [.. Enum.GetValues<BiscuitDefect>()],
                third.Select(p => BiscuitBank.DefectOf(p.Look)).OfType<BiscuitDefect>().Order()));
            Assert.Equal(27, belt.Select(p => p.Look).Where(look => BiscuitBank.DefectOf(look) is not null).Distinct().Count());
        }
    }
}
