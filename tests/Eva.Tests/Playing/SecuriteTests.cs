using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Contracts.Pictures.Securite;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Playing;

/// <summary>The building site through the door: what it shows, accepts, refuses and keeps.</summary>
public sealed class SecuriteTests
{
    [Fact]
    public async Task The_site_has_eleven_places_five_of_them_dangerous_and_one_to_try()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var play = await (await site.At("securite")).Start("securite");

        Assert.Equal((11, 1, "Le chantier"), (play.Zones.Count, play.TrainingZones.Count, play.Label));
        Assert.Equal(5, play.Zones.Count(z => SecuriteBank.Current.Find(z.Id)!.Dangerous));
        Assert.Equal(SitePlan.Places.Select(p => p.Zone).Order(), play.Zones.Select(z => z.Id).Order());
        Assert.All(play.Zones.Concat(play.TrainingZones), z => Assert.NotNull(SitePlan.Find(z.Id)));
    }

    [Fact]
    public async Task Nothing_in_the_browser_tells_a_dangerous_place_from_another()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("securite");
        using var json = JsonDocument.Parse(await (await awa.StartRaw((await awa.Journey()).EvaluationId, "securite")).Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));

        var shapes = json.RootElement.GetProperty("zones").EnumerateArray().Select(zone =>
            string.Join(' ', zone.EnumerateObject().Select(p => $"{p.Name}:{p.Value.ValueKind}")) + ' '
            + string.Join(' ', zone.GetProperty("choices").EnumerateArray().SelectMany(c => c.EnumerateObject().Select(p => p.Name == "id" ? p.Value.GetString() : $"{p.Name}:{p.Value.ValueKind}"))));
        Assert.Equal("id:String name:String description:String choices:Array feedbackOnNo:Null a text:String spoken:Null figure:Null feedback:Null b text:String spoken:Null figure:Null feedback:Null c text:String spoken:Null figure:Null feedback:Null", Assert.Single(shapes.Distinct()));
    }

    [Fact]
    public async Task A_place_is_settled_once_judged_without_danger_or_named_and_coming_back_knows_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("securite");
        var play = await awa.Start("securite");

        var receipt = await awa.Send(new Story(play).Tell(EventNames.Started).Tell(EventNames.SceneShown, ("forme", "image"))
            .Tell(EventNames.ZoneOpened, ("zone", "Z01"), ("moyen", "tactile")).Tell(EventNames.DangerJudged, ("zone", "Z01"), ("reponse", "non"))
            .Tell(EventNames.DangerJudged, ("zone", "Z03"), ("reponse", "neSaisPas"))
            .Tell(EventNames.DangerJudged, ("zone", "Z05"), ("reponse", "oui")).Tell(EventNames.DangerNamed, ("zone", "Z05"), ("reponse", "c"))
            .Tell(EventNames.DangerJudged, ("zone", "Z06"), ("reponse", "oui"))
            .Tell(EventNames.ClickedOutside, ("x", 0), ("y", 1000)).Events);

        Assert.Empty(receipt.Refused);
        Assert.Equal(["Z01", "Z03", "Z05"], (await awa.Start("securite")).Answered.Order());
    }

    [Theory]
    [InlineData(EventNames.ZoneOpened, """{"zone":"Z99"}""")]
    [InlineData(EventNames.ZoneOpened, """{}""")]
    [InlineData(EventNames.DangerJudged, """{"zone":"Z01","reponse":"peut-être"}""")]
    [InlineData(EventNames.DangerJudged, """{"zone":"Z01"}""")]
    [InlineData(EventNames.DangerNamed, """{"zone":"Z01","reponse":"d"}""")]
    [InlineData(EventNames.DangerNamed, """{"zone":"Z01"}""")]
    [InlineData(EventNames.ClickedOutside, """{"x":1001,"y":0}""")]
    [InlineData(EventNames.ClickedOutside, """{"x":1.5,"y":0}""")]
    [InlineData(EventNames.ClickedOutside, """{"y":5}""")]
    [InlineData(EventNames.SceneShown, """{"forme":"film"}""")]
    [InlineData(EventNames.WordShown, """{"mot":"M01"}""")]
    public async Task What_cannot_happen_on_the_site_is_refused(string name, string data)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var awa = await site.At("securite");
        var play = await awa.Start("securite");
        var fields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(data)!;

        var receipt = await awa.Send(new Story(play).Tell(name, [.. fields.Select(f => (f.Key, (object)f.Value))]).Events);

        Assert.Equal((0, 1), (receipt.Accepted, receipt.Refused.Count));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_whole_play_is_read_with_the_server_s_key_alone(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var awa = await site.At("securite");
        var play = await awa.Start("securite");
        // One danger and one place without danger are taken for what they are not; the browser's own verdict is thrown away.
        var story = Story.Whole(play, zone => zone is not ("Z05" or "Z07"), 12);
        story.Events[3].Data!["succes"] = JsonSerializer.SerializeToElement(true);

        Assert.Empty((await awa.Send(story.Events)).Refused);

        var run = site.Read(db => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.Include(db.Runs, r => r.Events).Single(r => r.Id == play.SessionId));
        var measures = SecuriteReading.Read(run);
        Assert.Equal((true, 4, 4, 1, 1, 11), (measures.Finished, measures.Found.Count, measures.NamedRight, measures.Missed, measures.FalseAlarms, measures.Judged));
        Assert.Equal(12, measures.MeanSearchSeconds!.Value, 9);
    }
}
