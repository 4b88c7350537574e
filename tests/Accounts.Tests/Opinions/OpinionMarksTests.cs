using System.Net;
using System.Text.Json;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Accounts.Tests.Opinions;

public sealed class OpinionMarksTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_four_questions_are_kept_with_the_service_that_they_are_about(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var visitor = await site.Visit().Open("/avis?service=annonces");
        Assert.Contains("Votre avis porte sur : Annonces", visitor.Text, StringComparison.Ordinal);
        await visitor.Press("Envoyer mon avis", ("Rating", "Medium"), ("Clarity", "2"), ("Help", "oui"), ("Phone", "5"), ("Counter", "0"), ("Close", "3"));
        Assert.Equal("Merci pour votre avis", visitor.Heading);

        var opinion = site.ReadAccounts(db => db.Opinions.Include(o => o.Helps).Single());
        Assert.Equal((SitePart.Ads, OpinionRating.Medium, 2, true, false), (opinion.Part, opinion.Rating, opinion.Clarity, opinion.SoughtHelp, opinion.AfterPlaying));
        Assert.Equal([(HelpWay.Counter, null), (HelpWay.Phone, 5), (HelpWay.Close, 3)], opinion.Helps.OrderBy(h => h.Way).Select(h => (h.Way, h.Quality)));
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/avis?service=annonces");
        Assert.Contains("Par téléphone : 5 sur 5", team.Text, StringComparison.Ordinal);
        Assert.Contains("Sur place, avec une personne du service : pas jointe", team.Text, StringComparison.Ordinal);
        await team.Open("/admin/avis?service=eva");
        Assert.Contains("Aucun avis", team.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", null)]
    [InlineData("non", "", false)]
    [InlineData("oui", "", true)]
    [InlineData("non", "4", true)]
    [InlineData("", "0", true)]
    [InlineData("peut-être", "6", null)]
    [InlineData("", "-1", null)]
    [InlineData("", "55", null)]
    public async Task Whoever_says_how_the_help_was_sought_it(string help, string phone, bool? sought)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/avis?service=nulle-part");
        await visitor.Post("/avis", ("Rating", "Good"), ("Help", help), ("Phone", phone), ("Part", "nulle-part"));
        var opinion = site.ReadAccounts(db => db.Opinions.Single());
        Assert.Equal((sought, SitePart.Site), (opinion.SoughtHelp, opinion.Part));
    }

    [Fact]
    public async Task What_was_typed_comes_back_when_the_first_answer_is_missing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.Visit().Open("/avis?service=eva");
        await visitor.Press("Envoyer mon avis", ("Phone", "2"), ("Help", "oui"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.Equal("2", visitor.Page.QuerySelector("select[name=Phone] option[selected]")!.GetAttribute("value"));
        Assert.NotNull(visitor.Page.QuerySelector("details[open]"));
        Assert.Equal("eva", visitor.Page.QuerySelector("input[name=Part]")!.GetAttribute("value"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Marks_on_ten_are_those_of_the_State_and_old_opinions_count_where_they_answered(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<AccountsDb>(db =>
        {
            // Of Eva: 6 good, 3 medium, 1 bad; clarity 5 ×4, 3 ×4, 1 ×2; one in ten sought help of a close one, two of the service.
            for (var i = 0; i < 10; i++)
            {
                db.Add(New(i < 6 ? OpinionRating.Good : i < 9 ? OpinionRating.Medium : OpinionRating.Bad, i < 4 ? 5 : i < 8 ? 3 : 1, SitePart.Eva, sought: i < 3, ways: i == 0 ? [(HelpWay.Close, 4)] : i < 3 ? [(HelpWay.Phone, 2), (HelpWay.Counter, null)] : []));
            }

            // Given before the service and the help were asked.
            db.Add(New(OpinionRating.Good, null, null, sought: null, ways: [], played: true));
            db.Add(New(OpinionRating.Bad, 1, null, sought: null, ways: []));
        });

        using var json = JsonDocument.Parse(await site.Visit().Http.GetStringAsync("/stats.json", TestContext.Current.CancellationToken));
        // (7 × 10 + 3 × 5 + 0) / 11; (4 × 10 + 4 × 5 + 0) / 10; 8 of 10 without help of the service.
        Assert.Equal((11, 7.7), Figure(json, "avis_eva_satisfaction"));
        Assert.Equal((10, 6.0), Figure(json, "avis_eva_clarte"));
        Assert.Equal((10, 8.0), Figure(json, "avis_eva_autonomie"));
        // All: (7 × 10 + 3 × 5) / 12; (40 + 20 + 0) / 11.
        Assert.Equal((12, 7.1), Figure(json, "avis_satisfaction"));
        Assert.Equal((11, 5.5), Figure(json, "avis_clarte"));
        // Five ways were sought: too few to be told.
        Assert.Equal((null, null), Figure(json, "avis_eva_aide"));
        Assert.Equal((null, null), Figure(json, "avis_site_satisfaction"));
        Assert.Equal((null, null), Figure(json, "avis_annonces_satisfaction"));
    }

    [Fact]
    public void Help_is_marked_by_its_quality_and_reach_by_who_was_had()
    {
        List<Opinion> opinions = [New(OpinionRating.Good, null, SitePart.Eva, true, [(HelpWay.Close, 5), (HelpWay.Phone, null)]), New(OpinionRating.Good, null, SitePart.Eva, true, [(HelpWay.Phone, 2), (HelpWay.Writing, null)])];
        Assert.Equal(new OpinionMark(2, (10 + 2.5) / 2), OpinionMark.Help(opinions));
        Assert.Equal(new OpinionMark(4, 5), OpinionMark.Reach(opinions));
        Assert.Equal(new OpinionMark(2, 0), OpinionMark.Autonomy(opinions));
        Assert.Equal(new OpinionMark(0, null), OpinionMark.Clarity(opinions));
    }

    static Opinion New(OpinionRating rating, int? clarity, SitePart? part, bool? sought, (HelpWay Way, int? Quality)[] ways, bool played = false)
    {
        var id = Guid.NewGuid();
        return new() { Id = id, Day = new(2026, 11, 23), Rating = rating, Clarity = clarity, Text = null, AfterPlaying = played, Part = part, SoughtHelp = sought, Helps = [.. ways.Select(w => new OpinionHelp { OpinionId = id, Way = w.Way, Quality = w.Quality })] };
    }

    static (int? N, double? Value) Figure(JsonDocument json, string name)
    {
        var line = json.RootElement.GetProperty("indicateurs").EnumerateArray().Single(i => i.GetProperty("nom").GetString() == name);
        return line.GetProperty("masque").GetBoolean() ? (null, null) : (line.GetProperty("n").GetInt32(), line.GetProperty("valeur").GetDouble());
    }
}
