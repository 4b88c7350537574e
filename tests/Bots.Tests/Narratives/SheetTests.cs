using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Detection;
using Beffroi.Kit;
using static Beffroi.Bots.Tests.Narratives.Planted;

namespace Beffroi.Bots.Tests.Narratives;

/// <summary>From figures to a case: a sheet filled in, changed, sent once.</summary>
public sealed class SheetTests
{
    const string Query = "?q=%23portferm%C3%A9&from=2026-11-20&to=2026-11-22&step=hour";

    [Theory, ClassData(typeof(Engines))]
    public async Task One_press_opens_a_case_whose_criteria_stay_unknown(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Filled(site);
        var (hugo, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Nadia));

        await hugo.Open("/robots/recits" + Query);
        await hugo.Follow("Préparer un dossier");
        Assert.Contains("3 publications recueillies de 3 comptes, dont 1 repost,", Area(hugo, "Massive"), StringComparison.Ordinal);
        Assert.StartsWith("Non mesuré", Area(hugo, "FalseOrMisleading"), StringComparison.Ordinal);
        Assert.StartsWith("Non mesuré", Area(hugo, "IntentToHarm"), StringComparison.Ordinal);
        Assert.StartsWith("Indices seulement", Area(hugo, "Foreign"), StringComparison.Ordinal);
        Assert.Contains("1 texte identique", Area(hugo, "Amplified"), StringComparison.Ordinal);
        // Only accounts that show signs are brought.
        var observables = Area(hugo, "Observables").Split('\n');
        Assert.Contains("https://bsky.app/profile/robot.example", observables);
        Assert.DoesNotContain(observables, o => o.Contains("personne.example", StringComparison.Ordinal));

        var sheet = hugo.Page.QuerySelector("input[name=FormId]")!.GetAttribute("value");
        await hugo.Press("Ouvrir le dossier", ("Title", "Le port imaginaire"), ("MassiveLeaning", "For"), ("Foreign", "Rien de sûr."));

        Assert.Equal("Le port imaginaire", hugo.Heading);
        Assert.StartsWith("/discussion/dossiers/", hugo.Address, StringComparison.Ordinal);
        var row = site.ReadChat(db => db.Cases.Single());
        Assert.Equal(ChatWorld.Observatory.Id, row.OpenedByOrganisation);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open(hugo.Address)).Status);
        var lines = site.ReadChat(db => db.CaseLines.OrderBy(l => l.Number).Select(l => l.Content).ToList()).ConvertAll(CaseJson.Read<CaseEvent>);
        Assert.Empty(lines.Select(l => l.Fact).OfType<CriterionAssessed>());
        Assert.Contains(lines.Select(l => l.Fact).OfType<ArgumentMade>(), a => a is { Criterion: "massive", Stance: Stance.For });
        Assert.Contains(lines.Select(l => l.Fact).OfType<ArgumentMade>(), a => a is { Criterion: "foreign", Text: "Rien de sûr.", Stance: Stance.Question });
        Assert.Equal("/robots/recits" + Query, lines.Select(l => l.Fact).OfType<ThingLinked>().Single().Href);

        // Sent again, by a page that was kept open: the same case.
        await hugo.Open("/robots/recits/dossier" + Query);
        await hugo.Post("/robots/recits/dossier", ("FormId", sheet!), ("Href", "/robots/recits" + Query), ("Title", "Encore"), ("Summary", "Encore"));
        Assert.Equal("Le port imaginaire", hugo.Heading);
        Assert.Equal(1, site.ReadChat(db => db.Cases.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_page_of_a_cluster_leads_to_its_sheet_and_that_of_others_to_none(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var planted = await Filled(site);
        var cluster = Guid.NewGuid();
        await site.Write<BotsDb>(db =>
        {
            var accounts = db.Accounts.OrderBy(a => a.Handle).Take(2).ToList();
            db.Add(new Cluster { Id = cluster, WatchId = planted.Watch, FoundAt = SiteUnderTest.Start, SeenAt = SiteUnderTest.Start, Size = 2, Score = 3, Evidence = "{}" });
            db.AddRange(accounts.Select(a => new ClusterMember { ClusterId = cluster, AccountId = a.Id, Role = "member" }));
            db.Add(new AccountTie { WatchId = planted.Watch, Trace = Trace.Text, FirstId = accounts[0].Id, SecondId = accounts[1].Id, Objects = 1, Pairs = 1, FirstAt = Day, LastAt = Day.AddHours(1) });
        });
        var (hugo, nadia) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Nadia));

        await hugo.Open("/robots/recits");
        await hugo.Post("/robots/recits/dossier", ("Cluster", cluster.ToString()));
        Assert.Equal($"/robots/recits/dossier?cluster={cluster}", hugo.Address);
        Assert.Contains("Mêmes textes : 1 paire de comptes", Area(hugo, "Amplified"), StringComparison.Ordinal);
        Assert.Contains("https://bsky.app/profile/", Area(hugo, "Observables"), StringComparison.Ordinal);
        await hugo.Press("Ouvrir le dossier");
        Assert.Equal("Groupe de 2 comptes (Veille du port)", hugo.Heading);

        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open($"/robots/recits/dossier?cluster={cluster}")).Status);
    }

    [Fact]
    public async Task What_is_wrong_on_the_sheet_is_said_and_what_was_typed_stays()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await Filled(site);
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open("/robots/recits/dossier" + Query);

        await hugo.Press("Ouvrir le dossier", ("Title", ""), ("Massive", new('a', CaseSheet.TextMaxLength + 1)), ("Foreign", "Ma remarque"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(2, hugo.Mistakes.Count);
        Assert.Equal("Ma remarque", Area(hugo, "Foreign"));
        await hugo.Press("Ouvrir le dossier", ("Title", "Titre"), ("Massive", ""), ("MassiveLeaning", "For"));
        Assert.Equal("Titre", hugo.Heading);
    }

    [Theory]
    [InlineData("https://ailleurs.example/")]
    [InlineData("//ailleurs.example/")]
    [InlineData("/robots/\\ailleurs")]
    [InlineData("/discussion")]
    public async Task A_sheet_leads_back_to_a_page_of_the_detector_and_nowhere_else(string href)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open("/robots/recits");

        await hugo.Post("/robots/recits/dossier", ("FormId", Guid.NewGuid().ToString()), ("Href", href), ("Title", "Titre"), ("Summary", "Texte"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.DoesNotContain(hugo.Page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == href);
        Assert.Equal(0, site.ReadChat(db => db.Cases.Count()));
    }

    [Fact]
    public async Task Text_of_others_stays_text_in_the_sheet()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var planted = await In(site, WorldOrganisationName.Observatory);
        await planted.Add(Wrote("1", "a.example", 1, "#portfermé [cliquez](https://piege.example) <b>ici</b>\n# Titre"));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await hugo.Open("/robots/recits/dossier" + Query);
        await hugo.Press("Ouvrir le dossier");

        var section = hugo.Page.QuerySelector("main")!;
        Assert.DoesNotContain(section.QuerySelectorAll("a"), a => (a.GetAttribute("href") ?? "").Contains("piege.example", StringComparison.Ordinal) && a.TextContent == "cliquez");
        Assert.Contains("[cliquez](https://piege.example)", hugo.Text, StringComparison.Ordinal);
        Assert.Empty(section.QuerySelectorAll("b"));
    }

    static async Task<Planted> Filled(SiteUnderTest site)
    {
        var planted = await In(site, WorldOrganisationName.Observatory);
        await planted.Add(
            Wrote("1", "robot.example", 1, "Le port ferme #portfermé https://journal.example/une", links: ["https://journal.example/une"]),
            Wrote("2", "personne.example", 2, "Le port ferme #portfermé https://journal.example/une", links: ["https://journal.example/une"]),
            Wrote("3", "autre.example", 3, "RT @robot.example Le port ferme #portfermé", repostOf: "1"));
        await planted.Score(("robot.example", 8, ScoreDoubt.None), ("personne.example", -5, ScoreDoubt.None));
        return planted;
    }

    static string Area(Beffroi.Testing.Visitor visitor, string name) => visitor.Page.QuerySelector($"textarea[name={name}]")!.TextContent.ReplaceLineEndings("\n").Trim();
}
