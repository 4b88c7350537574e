using System.Net;
using Beffroi.Cli.World;
using Beffroi.Incubator.Securing;

namespace Beffroi.Incubator.Tests;

/// <summary>F18, O42: a risk workshop from its first note to its file.</summary>
public sealed class WorkshopDoorTests
{
    const string Startup = "/incubateur/startups/exemple";

    static async Task<(Visitor Camille, string Url)> Held(SiteUnderTest site)
    {
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Startup + "/ateliers");
        await camille.Press("Ouvrir l’atelier", ("HeldOn", "2026-11-20"), ("Facilitation", "Coach"), ("Scope", "L’entrée du service"));
        return (camille, camille.Address);
    }

    static async Task Note(Visitor camille, string url, string colour, params (string, string?)[] answers)
    {
        await camille.Open($"{url}/tableau/{colour}");
        await camille.Press("Ajouter", answers);
        Assert.Equal(HttpStatusCode.OK, camille.Status);
    }

    static async Task Fill(Visitor camille, string url)
    {
        await Note(camille, url, "recits", ("Text", "Une personne entre"), ("Availability", "1"), ("Integrity", "0"), ("Confidentiality", "2"), ("Proof", "0"));
        await Note(camille, url, "sources", ("Text", "Une personne curieuse"), ("Stars", "2"));
        await Note(camille, url, "composants", ("Text", "L’adresse d’entrée"));
        await Note(camille, url, "evenements", ("Text", "Lire les résultats des autres"), ("Detail", "=perdre la confiance"), ("Stars", "3"));
        await Note(camille, url, "mesures", ("Text", "Chaque lecture est vérifiée"));
    }

    static Guid IdOf(SiteUnderTest site, NoteKind kind) => site.ReadIncubator(db => db.Notes.Single(n => n.Kind == kind).Id);

    static async Task<string> Risk(SiteUnderTest site, Visitor camille, string url, string? likelihood = null)
    {
        await camille.Open(url + "/risques");
        await camille.Press("Écrire le risque", ("Source", IdOf(site, NoteKind.Source).ToString()), ("Component", IdOf(site, NoteKind.Component).ToString()), ("Event", IdOf(site, NoteKind.Event).ToString()), ("Likelihood", likelihood));
        return camille.Address;
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F18_five_colours_make_a_risk_with_its_story_its_criticality_and_what_it_lacks(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (camille, url) = await Held(site);
        await Fill(camille, url);
        var risk = await Risk(site, camille, url);

        // Three stars by two.
        Assert.Contains("Criticité6 (fort)", camille.Page.QuerySelector("main dl")!.TextContent.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("En tant que une personne curieuse, lorsque l’adresse d’entrée est vulnérable, afin de =perdre la confiance, je souhaite lire les résultats des autres.", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Il manque une mesure et un test.", camille.Text, StringComparison.Ordinal);

        await camille.Open(risk);
        await camille.Press("Garder", ("Measures", IdOf(site, NoteKind.Measure).ToString()), ("Tests", "Nobody_reads_the_results_of_others\r\nAutre.Essai"));
        Assert.DoesNotContain("Il manque", camille.Text, StringComparison.Ordinal);
        Assert.Equal(["Nobody_reads_the_results_of_others", "Autre.Essai"], site.ReadIncubator(db => db.Risks.Single()).TestNames);

        await camille.Open(url);
        foreach (var colour in new[] { "bleu", "orange", "vert", "rouge", "jaune" })
        {
            Assert.Contains($"({colour})", camille.Text, StringComparison.Ordinal);
        }

        // Every colour has its icon and its word; the cell of severity 3 and likelihood 2 counts one, the others none.
        Assert.Equal(5, camille.Page.QuerySelectorAll(".canvas-part h3 > [class^=fr-icon]").Length);
        var cells = camille.Page.QuerySelectorAll("#criticite tbody td strong").Select(c => c.TextContent).ToList();
        Assert.Equal(["0", "1", "0", "0", "0", "0", "0", "0", "0"], cells);
        Assert.Contains("Confidentialité : important", camille.Text, StringComparison.Ordinal);
        Assert.NotNull(camille.Page.QuerySelector("button[data-print]"));
    }

    [Fact]
    public async Task F18_a_risk_without_one_of_the_three_is_refused_and_the_same_risk_is_written_once()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await camille.Open(url + "/risques");
        Assert.Contains("Remplissez d’abord le tableau", camille.Text, StringComparison.Ordinal);
        await camille.Post(url + "/risques");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await Fill(camille, url);

        await camille.Open(url + "/risques");
        await camille.Press("Écrire le risque", ("Source", IdOf(site, NoteKind.Source).ToString()), ("Component", IdOf(site, NoteKind.Component).ToString()));
        Assert.Contains("événement redouté", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        // A note of another colour is none of the three.
        await camille.Press("Écrire le risque", ("Event", IdOf(site, NoteKind.Event).ToString()));
        Assert.Equal("Traiter un risque", camille.Heading);
        await Risk(site, camille, url);
        Assert.Contains("déjà écrit", Assert.Single(camille.Mistakes), StringComparison.Ordinal);

        await camille.Post(url + "/risques", ("Source", IdOf(site, NoteKind.Measure).ToString()), ("Component", IdOf(site, NoteKind.Component).ToString()), ("Event", IdOf(site, NoteKind.Event).ToString()));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, site.ReadIncubator(db => db.Risks.Count())));
    }

    [Fact]
    public async Task F18_a_risk_accepted_for_now_is_in_the_list_until_its_measure_is_taken()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await Fill(camille, url);
        var risk = await Risk(site, camille, url, "1");
        await camille.Open(risk);
        await camille.Press("Accepter pour l’instant", ("ToTake", "Chiffrer"), ("DueOn", "2026-11-22"));
        Assert.Contains("à venir", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Press("Accepter pour l’instant", ("DueOn", "2026-11-30"));
        Assert.Contains("Chiffrer", (await camille.Open(url)).Text, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(8));
        camille = await (await site.SignIn(Crew.Superadmin)).Open(url);
        Assert.Contains("30 novembre 2026, en retard", camille.Text, StringComparison.Ordinal);
        await camille.Open(risk);
        await camille.Press("La mesure est prise");

        Assert.Contains("Aucun risque n’est accepté pour l’instant", (await camille.Open(url)).Text, StringComparison.Ordinal);
        Assert.Equal((new DateOnly(2026, 12, 1), site.IdOf(Crew.Superadmin)), site.ReadIncubator(db => db.Acceptances.Select(a => new { a.TakenOn, a.TakenBy }).ToList().Select(a => (a.TakenOn!.Value, a.TakenBy!.Value)).Single()));
    }

    [Fact]
    public async Task F18_a_declared_change_makes_the_workshop_out_of_date_and_it_changes_no_more()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await Fill(camille, url);
        await camille.Open(url);
        await camille.Press("Déclarer le changement", ("Kind", "DataKind"), ("What", "Le service garde des dates de naissance"), ("On", "2026-11-19"));
        Assert.Contains("20 novembre 2026", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        await camille.Press("Déclarer le changement", ("On", "2026-11-21"));

        Assert.Contains("Cet atelier est périmé", camille.Text, StringComparison.Ordinal);
        Assert.Contains("périmé", (await camille.Open(Startup)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(url + "/tableau/recits")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(url + "/risques")).Status);
    }

    [Fact]
    public async Task F18_the_file_of_risks_is_RFC_4180_and_holds_no_formula()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await Fill(camille, url);
        await Note(camille, url, "composants", ("Text", "Base, \"copie\" comprise"));
        await Risk(site, camille, await Second(site, url));

        var file = await camille.Http.GetAsync(new Uri(url + "/risques.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        var text = await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        var lines = text.Split("\r\n");
        Assert.Equal((3, ""), (lines.Length, lines[^1]));
        Assert.Equal(13, lines[0].Split(',').Length);
        Assert.Contains(",'=perdre la confiance,3,2,6,", lines[1], StringComparison.Ordinal);
        Assert.Contains("\"Base, \"\"copie\"\" comprise\"", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_a_risk_is_made_of_stays_and_another_goes()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await Fill(camille, url);
        await Risk(site, camille, url);

        await camille.Open(url + "/tableau/sources");
        await camille.Press("Retirer Une personne curieuse");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Open(url + "/tableau/recits");
        await camille.Press("Retirer Une personne entre");

        Assert.Equal((4, 1), site.ReadIncubator(db => ValueTuple.Create(db.Notes.Count(), db.Risks.Count())));
    }

    [Theory]
    [InlineData("evenements", "Stars", "4")]
    [InlineData("evenements", "Stars", "0")]
    [InlineData("evenements", "Detail", "")]
    [InlineData("sources", "Stars", "")]
    [InlineData("recits", "Proof", "3")]
    [InlineData("recits", "Text", "  ")]
    [InlineData("mesures", "PlannedFor", "bientôt")]
    public async Task A_note_that_is_not_whole_is_refused(string colour, string field, string typed)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await camille.Open($"{url}/tableau/{colour}");
        var good = new Dictionary<string, string> { ["Text"] = "Une note", ["Detail"] = "Un détail", ["Stars"] = "2", ["Availability"] = "0", ["Integrity"] = "1", ["Confidentiality"] = "2", ["Proof"] = "0", ["PlannedFor"] = "2027-01-01", [field] = typed };

        await camille.Post($"{url}/tableau/{colour}", [.. good.Select(f => (f.Key, f.Value))]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (camille.Status, site.ReadIncubator(db => db.Notes.Count())));
        Assert.Single(camille.Mistakes);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(url + "/tableau/violet")).Status);
    }

    [Theory]
    [InlineData("Deux mots")]
    [InlineData("=SOMME(A1)")]
    [InlineData("1er")]
    public async Task What_is_not_the_name_of_a_test_is_refused(string name)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await Fill(camille, url);
        await camille.Open(await Risk(site, camille, url));

        await camille.Press("Garder", ("Tests", "Un_bon\n" + name));

        Assert.Contains(name, Assert.Single(camille.Mistakes), StringComparison.Ordinal);
        Assert.Empty(site.ReadIncubator(db => db.Risks.Single()).TestNames);
    }

    [Fact]
    public async Task The_team_writes_the_delegator_reads_and_somebody_else_sees_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (camille, url) = await Held(site);
        await Fill(camille, url);
        var risk = await Risk(site, camille, url);

        var paul = await site.SignIn(Crew.RegionAdmin);
        Assert.Contains("Une personne curieuse", (await paul.Open(url)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Remplir le tableau", paul.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await paul.Open(risk)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(url + "/tableau/recits")).Status);
        await paul.Open("/compte");
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Post(risk + "/retirer")).Status);
        Assert.Equal(HttpStatusCode.OK, (await (await site.SignIn(Crew.Admin)).Open(url + "/tableau/recits")).Status);

        var hugo = await site.SignIn(Crew.Hugo);
        foreach (var address in new[] { Startup, Startup + "/ateliers", Startup + "/homologations", url, url + "/risques.csv", url + "/risques", risk })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(address)).Status);
        }

        Assert.Equal(1, site.ReadIncubator(db => db.Risks.Count()));
    }

    [Fact]
    public async Task F18_the_tests_that_the_demonstration_names_are_in_the_source()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var named = site.ReadIncubator(db => db.Risks.ToList()).SelectMany(r => r.TestNames).ToHashSet(StringComparer.Ordinal);
        var source = string.Join('\n', Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, n => !source.Contains($"public async Task {n}(", StringComparison.Ordinal) && !source.Contains($"public void {n}(", StringComparison.Ordinal));
        // The high ones are all treated and shown to fail (C30).
        Assert.DoesNotContain("Il manque", (await (await site.SignIn(Crew.Superadmin)).Open(Addresses.Workshop(WorldSecurity.Workshop))).Text, StringComparison.Ordinal);
    }

    // The component with a comma takes the place of the first, so that only one is left to choose.
    static async Task<string> Second(SiteUnderTest site, string url)
    {
        await site.Write<IncubatorDb>(db => db.Remove(db.Notes.Single(n => n.Text == "L’adresse d’entrée")));
        return url;
    }
}
