using System.Net;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Situations;

public sealed class InventaireTests
{
    [Fact]
    public void The_room_has_19_containers_and_8_drinks_that_differ_by_more_than_colour()
    {
        var room = InventaireBank.Current.Room;

        Assert.Equal((19, 8), (room.Containers.Count, room.Drinks.Count));
        Assert.Equal(Stocktaking.Counted, room.Drinks.ToDictionary(d => d.Id, d => room.CountOf(d.Id), StringComparer.Ordinal));
        Assert.Equal(8, room.Drinks.DistinctBy(d => (d.Shape, d.Pattern)).Count());
        Assert.Equal(8, room.Drinks.DistinctBy(d => d.Pattern).Count());
        Assert.Equal(19, room.Containers.DistinctBy(c => c.Id).Count());
        Assert.All(room.Containers, c => Assert.InRange(c.Bottles.Count, 2, 9));
        Assert.All(room.Containers.SelectMany(c => c.Bottles), bottle => Assert.NotNull(room.Find(bottle)));
        var training = InventaireBank.Current.Training;
        Assert.Equal((1, 1), (training.Containers.Count, training.Drinks.Count));
        Assert.DoesNotContain(room.Drinks, d => d.Id == training.Drinks[0].Id);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_stocktaking_is_played_to_its_end_and_the_evaluation_closes(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var awa = await site.At("inventaire");
        var play = await awa.Start("inventaire");
        Assert.Equal((19, 8, 0), (play.Stocktake!.Room.Containers.Count, play.Stocktake.Room.Drinks.Count, play.Stocktake.Sheet.Count));

        var receipt = await awa.Send(new Story(play).Tell(EventNames.TrainingStarted).Open("e01", 4).Tell(EventNames.SheetOpened).After(2, EventNames.SheetSubmitted, ("the", "3"))
            .Tell(EventNames.Started).OpenAll(6).HandIn(30).Finish().Events);

        Assert.Empty(receipt.Refused);
        Assert.NotNull(site.LastEvaluation(site.Campaign(Chosen.Label).Id).FinishedAt);
        await awa.Visitor.Open("/eva/fin");
        Assert.Equal(HttpStatusCode.OK, awa.Visitor.Status);
    }

    [Fact]
    public async Task Coming_back_brings_the_last_sheet_as_it_was_typed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("inventaire");
        var play = await awa.Start("inventaire");
        await awa.Send(new Story(play).Tell(EventNames.Started).Open("c03", 5).HandIn(9, ("eau", "1"), ("lait", "")).HandIn(9, ("eau", "15")).Events);

        var again = await awa.Start("inventaire");

        Assert.Equal((play.SessionId, true), (again.SessionId, again.TrainingDone));
        Assert.Equal(("15", "14", 8), (again.Stocktake!.Sheet["eau"], again.Stocktake.Sheet["lait"], again.Stocktake.Sheet.Count));
        Assert.Empty(again.Answered);
    }

    [Fact]
    public async Task A_play_carries_what_is_drawn_and_no_count_of_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("inventaire");

        var json = await (await awa.StartRaw((await awa.Journey()).EvaluationId, "inventaire")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotMatch("solution|count|quantit|reussite|score|: ?1[0-9]\\b", json[json.IndexOf("stocktake", StringComparison.Ordinal)..]);
    }

    [Theory]
    [InlineData(EventNames.ContainerOpened, """{"contenant":"c20"}""", "le contenant est inconnu dans cette situation")]
    [InlineData(EventNames.ContainerClosed, """{}""", "le contenant est inconnu dans cette situation")]
    [InlineData(EventNames.SheetSubmitted, """{}""", "la feuille donne un nombre ou un texte vide pour chaque boisson")]
    [InlineData(EventNames.SheetSubmitted, """{"citron":"1","menthe":"","orange":"","fraise":"","pomme":"","raisin":"","eau":""}""", "la feuille donne un nombre ou un texte vide pour chaque boisson")]
    [InlineData(EventNames.SheetSubmitted, """{"citron":"un","menthe":"","orange":"","fraise":"","pomme":"","raisin":"","eau":"","lait":""}""", "la feuille donne un nombre ou un texte vide pour chaque boisson")]
    [InlineData(EventNames.SheetSubmitted, """{"citron":1,"menthe":"","orange":"","fraise":"","pomme":"","raisin":"","eau":"","lait":""}""", "la feuille donne un nombre ou un texte vide pour chaque boisson")]
    [InlineData(EventNames.SheetSubmitted, """{"the":"trois"}""", "la feuille donne un nombre ou un texte vide pour chaque boisson")]
    [InlineData(EventNames.WordShown, """{"mot":"M01"}""", "« apparitionMot » n’arrive pas dans cette situation")]
    [InlineData(EventNames.SheetSubmitted, """{"citron":"1","menthe":"","orange":"","fraise":"","pomme":"","raisin":"","eau":"","lait":" 2 "}""", null)]
    [InlineData(EventNames.SheetSubmitted, """{"the":"4"}""", null)]
    [InlineData(EventNames.SheetOpened, """{}""", null)]
    public void Only_what_can_happen_in_the_room_is_taken(string name, string data, string? reason) => Assert.Equal(reason, new InventaireRules().WrongFor(name, data));

    [Fact]
    public async Task The_progress_that_an_adviser_follows_is_the_lines_that_the_server_finds_right()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("inventaire");
        var play = await awa.Start("inventaire");
        var rules = SituationCatalog.Get("inventaire");
        await awa.Send(new Story(play).Tell(EventNames.Started).Events);
        Assert.Equal(0, rules.Done(site.LastEvaluation(site.Campaign(Chosen.Label).Id).Runs[0]));

        await awa.Send(new Story(await awa.Start("inventaire")).HandIn(9, ("eau", "1"), ("lait", ""), ("pomme", "160")).Events);

        Assert.Equal((5, 8), (rules.Done(site.LastEvaluation(site.Campaign(Chosen.Label).Id).Runs[0]), rules.Count));
    }
}
