using System.Net;
using Beffroi.Encyclopedia.Tests.Records;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Encyclopedia.Tests.Contributing;

/// <summary>A private person was named by mistake in what was published: the name can go, and what is said of it stays.</summary>
public sealed class WithholdingTests
{
    const string Name = "Zéphyrine d’Exemple";
    const string Entry = "/encyclopedie/fiche/" + Given.Key;

    static readonly EntryContent Naming = Samples.Practice.With(Lang.French, "how", $"Demander à {Name}, qui sait.");

    // Whatever tells of entries and their versions to everybody; not /sitemap.xml, which the site keeps for a while and which says keys and days only.
    static readonly string[] Places =
    [
        Entry, "/en/encyclopedia/entry/" + Given.Key, Entry + "/historique", Entry + "/version/1", Entry + "/version/2", Entry + "/version/3", Entry + "/comparer?from=1&to=2", Entry + "/comparer?from=2&to=3",
        Entry + "/discussion", Entry + "/proposer", Entry + "/proposer?from=2", "/encyclopedie", "/encyclopedie/fiches", "/encyclopedie/fiches?q=zephyrine", "/encyclopedie/fiches.json?q=zephyrine", "/encyclopedie/phase/detection", "/encyclopedie/changements",
        "/encyclopedie/changements.atom", "/encyclopedie/fraicheur", "/encyclopedie/donnees/encyclopedia.json", "/encyclopedie/donnees/encyclopedia.csv", "/encyclopedie/donnees/encyclopedia.html", "/api/encyclopedia/entries?q=zephyrine",
        "/api/encyclopedia/entries/" + Given.Key, $"/api/encyclopedia/entries/{Given.Key}/versions", $"/api/encyclopedia/entries/{Given.Key}/versions/1", $"/api/encyclopedia/entries/{Given.Key}/versions/2",
    ];

    [Theory, ClassData(typeof(Engines))]
    public async Task An_older_version_is_read_nowhere_once_withheld_and_says_why_until_it_is_given_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        await site.Changed(Naming);
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Entry + "/discussion");
        await rose.Press("Publier la remarque", ("Passage", $"Demander à {Name}"), ("Text", "Est-ce bien utile ?"));
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec trois outils."));
        var (camille, stranger) = (await site.SignIn(Crew.Superadmin), site.Visit());
        Assert.Equal(
            [Entry + "/version/2", Entry + "/comparer?from=1&to=2", Entry + "/comparer?from=2&to=3", Entry + "/discussion", Entry + "/proposer?from=2", "/encyclopedie/donnees/encyclopedia.json", $"/api/encyclopedia/entries/{Given.Key}/versions/2"],
            await Naming_it(stranger));

        await camille.Open(Entry + "/version/2");
        await camille.Press("Retirer de la lecture", ("Reason", "Une personne privée y était nommée"));

        Assert.Empty(await Naming_it(stranger));
        foreach (var address in new[] { Entry + "/version/2", Entry + "/comparer?from=1&to=2", $"/api/encyclopedia/entries/{Given.Key}/versions", "/encyclopedie/donnees/encyclopedia.json" })
        {
            Assert.Contains("Une personne privée y était nommée", await Read(stranger, address), StringComparison.Ordinal);
        }

        Assert.Contains(Crew.Superadmin, (await rose.Open(Entry + "/version/2")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Open($"/api/encyclopedia/entries/{Given.Key}/versions/2")).Status);
        await camille.Post(Entry + "/version/2", ("seen", "3"));
        Assert.Equal((HttpStatusCode.NotFound, 3), (camille.Status, site.Versions()));

        await camille.Open(Entry + "/version/2");
        await camille.Press("Rendre à la lecture");
        Assert.Contains(Name, await Read(stranger, Entry + "/version/2"), StringComparison.Ordinal);
        Assert.Equal(3, site.Versions());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Where_the_published_version_is_withheld_the_last_one_that_is_not_takes_its_place(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        await site.Changed(Naming);
        await site.Changed(Naming.With(Lang.French, "whatFor", "Pour le montrer."));
        var (camille, stranger) = (await site.SignIn(Crew.Superadmin), site.Visit());
        Assert.Contains(Entry, await Naming_it(stranger));
        Assert.Contains("/api/encyclopedia/entries?q=zephyrine", await Finding(stranger));

        await camille.Open(Entry + "/version/3");
        await camille.Press("Retirer de la lecture", ("Reason", "Une personne privée"), ("Words", Name.ToUpperInvariant()));

        Assert.Empty(await Naming_it(stranger));
        Assert.Empty(await Finding(stranger));
        Assert.Equal((4, Samples.Practice.Json()), (site.Versions(), site.Now().Json()));
        Assert.Equal([2, 3], site.ReadEncyclopedia(db => db.Withheld.Select(w => w.Number).OrderBy(n => n).ToList()));
        Assert.Contains("Retour à la version 1", (await stranger.Open(Entry + "/historique")).Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_entry_of_which_nothing_is_left_is_hidden_until_something_is_given_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published(Naming);
        var (camille, stranger) = (await site.SignIn(Crew.Superadmin), site.Visit());
        Assert.Contains("Garder une preuve", await Read(stranger, "/encyclopedie/fiches"), StringComparison.Ordinal);

        await camille.Open(Entry + "/version/1");
        await camille.Press("Retirer de la lecture", ("Reason", "Une personne privée"));

        Assert.Empty(await Naming_it(stranger));
        foreach (var address in new[] { Entry, Entry + "/discussion", Entry + "/proposer", "/api/encyclopedia/entries/" + Given.Key, $"/api/encyclopedia/entries/{Given.Key}/versions" })
        {
            Assert.True((await stranger.Open(address)).Status == HttpStatusCode.NotFound, address);
        }

        foreach (var address in new[] { "/encyclopedie", "/encyclopedie/fiches", "/encyclopedie/changements", "/encyclopedie/changements.atom", "/encyclopedie/phase/detection", "/encyclopedie/donnees/encyclopedia.json", "/encyclopedie/donnees/encyclopedia.csv" })
        {
            var said = await Read(stranger, address);
            Assert.DoesNotContain("Garder une preuve", said, StringComparison.Ordinal);
            Assert.DoesNotContain(Given.Key, said, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(Given.Key, await Read(stranger, "/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("Une personne privée", await Read(stranger, Entry + "/version/1"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stranger.Open(Entry + "/historique")).Status);

        await camille.Open(Entry + "/version/1");
        await camille.Press("Rendre à la lecture");
        Assert.Contains(Name, await Read(stranger, Entry), StringComparison.Ordinal);
        Assert.Contains("Garder une preuve", await Read(stranger, "/encyclopedie/fiches?q=zephyrine"), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_erased_for_good_is_nowhere_in_the_database(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        var (rose, camille) = (await site.SignIn(Crew.Rose), await site.SignIn(Crew.Superadmin));
        await rose.Proposing(site, "texts.fr.fields.how", $"Demander à {Name}, qui sait.", $"Avec {Name}");
        var accepted = site.LastProposal();
        await camille.Open($"/encyclopedie/proposition/{accepted}");
        await camille.Press("Accepter ce qui est coché", [.. Given.Checked, .. camille.Page.QuerySelectorAll("input[name^='public.']").Select(i => (i.GetAttribute("name")!, (string?)"true"))]);
        await rose.Open(Entry + "/discussion");
        await rose.Press("Publier la remarque", ("Passage", $"Demander à {Name}"), ("Text", $"Pourquoi pas {Name} ?"));
        Assert.Equal(1, site.ReadEncyclopedia(db => db.Remarks.Count()));

        await rose.Proposing(site, "texts.fr.fields.whatFor", "Pour autre chose.");
        var waiting = site.LastProposal();
        Assert.InRange(Places_of(site, Name).Count, 5, int.MaxValue);

        await camille.Open(Entry + "/version/2");
        await camille.Press("Retirer de la lecture", ("Reason", "Une personne privée"), ("Words", Name), ("Proposals", "true"), ("Erase", "true"));

        Assert.Empty(Places_of(site, Name));
        Assert.Equal((ProposalVerdict.Accepted, ProposalVerdict.Refused), site.ReadEncyclopedia(db => (db.Decisions.Single(d => d.ProposalId == accepted).Verdict, db.Decisions.Single(d => d.ProposalId == waiting).Verdict)));
        Assert.Equal((1, null), site.ReadEncyclopedia(db => (db.Withheld.Count(), db.Withheld.Single().Kept)));
        await camille.Open(Entry + "/version/2");
        Assert.DoesNotContain(camille.Page.QuerySelectorAll("button"), b => b.TextContent.Contains("Rendre", StringComparison.Ordinal));
        await camille.Post(Entry + "/version/2/retirer", ("Act", "show"));
        Assert.Equal(1, site.ReadEncyclopedia(db => db.Withheld.Count()));
        foreach (var address in new[] { $"/encyclopedie/proposition/{accepted}", $"/encyclopedie/proposition/{waiting}", Entry + "/discussion" })
        {
            Assert.Equal(HttpStatusCode.OK, (await camille.Open(address)).Status);
        }
    }

    [Fact]
    public async Task What_was_withheld_is_erased_later_and_proposals_stay_unless_it_is_asked()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Naming);
        await site.Changed(Samples.Practice);
        await site.Write<EncyclopediaDb>(db => db.Add(new Proposal
        {
            Id = Guid.CreateVersion7(SiteUnderTest.Start), EntryId = db.Entries.Single(e => e.Key == Given.Key).Id, Key = Given.Key, BaseVersion = 1, At = SiteUnderTest.Start, AuthorId = site.IdOf(Crew.Rose), Language = Lang.French,
            Comment = "Un mot", Content = Naming.With(Lang.French, "whatFor", "Pour le montrer.").Json(),
        }));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Entry + "/version/1");
        await camille.Press("Retirer de la lecture", ("Reason", "Une personne privée"));
        Assert.Equal(["encyclopedia_proposals", "encyclopedia_withheld"], Places_of(site, Name));
        Assert.Equal(HttpStatusCode.OK, (await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}")).Status);

        await camille.Open(Entry + "/version/1");
        await camille.Press("Effacer pour de bon");
        Assert.Equal(["encyclopedia_proposals"], Places_of(site, Name));
    }

    [Fact]
    public async Task A_proposal_without_the_name_brings_a_hidden_entry_back()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Naming);
        var rose = await site.SignIn(Crew.Rose);
        await rose.Proposing(site, "texts.fr.fields.how", "Demander à qui sait.");
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Entry + "/version/1");
        await camille.Press("Retirer de la lecture", ("Reason", "Une personne privée"));

        await camille.Open($"/encyclopedie/proposition/{site.LastProposal()}");
        Assert.Equal(HttpStatusCode.OK, camille.Status);
        await camille.Press("Accepter ce qui est coché", Given.Checked);

        Assert.Equal((2, Naming.With(Lang.French, "how", "Demander à qui sait.").Json()), (site.Versions(), site.Now().Json()));
        Assert.Equal(HttpStatusCode.OK, (await site.Visit().Open(Entry)).Status);
    }

    [Fact]
    public async Task A_reason_is_asked_for_and_may_not_repeat_what_must_go()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await site.Changed(Naming);
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Entry + "/version/1");

        await camille.Press("Retirer de la lecture", ("Words", "ab"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2), (camille.Status, camille.Mistakes.Count));
        await camille.Press("Retirer de la lecture", ("Words", Name), ("Reason", $"{Name} n’est pas publique"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, camille.Mistakes.Count));
        Assert.Equal(Name, camille.Page.QuerySelector("input[name=Words]")!.GetAttribute("value"));
        Assert.Equal(0, site.ReadEncyclopedia(db => db.Withheld.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_withheld_stays_so_through_export_and_import(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Published();
        await site.Changed(Naming);
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec trois outils."));
        await using var mirror = await SiteUnderTest.Empty();
        var before = await site.ExportOwn();
        await mirror.ImportOwn(before);
        await site.Write<EncyclopediaDb>(db => db.Add(Withholding.Withhold(db.Versions.Single(v => v.Number == 2), Guid.NewGuid(), "Une personne privée", erase: false, SiteUnderTest.Start.AddHours(3))));
        var after = await site.ExportOwn();
        await using var other = await SiteUnderTest.Empty();

        Assert.Empty((await other.ImportOwn(after)).Faults);
        Assert.Equal(after, await other.ExportOwn());
        // A file of before does not bring it back; one of after takes it away where it was read before.
        var again = await site.ImportOwn(before);
        Assert.Equal((1, 0, 0), (again.Unchanged, again.Renewed, again.Faults.Count));
        Assert.Equal(after, await site.ExportOwn());
        Assert.Empty((await mirror.ImportOwn(after)).Faults);
        Assert.Equal(after, await mirror.ExportOwn());
        Assert.DoesNotContain(Name, after, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_left_of_a_withheld_version_keeps_to_the_rules()
    {
        foreach (var type in Enum.GetValues<EntryType>())
        {
            Assert.Empty(EntryChecks.Of(Blank.Of(Samples.Practice with { Type = type }), Lang.French).All);
        }
    }

    static async Task<List<string>> Naming_it(Visitor visitor)
    {
        var found = new List<string>();
        foreach (var place in Places)
        {
            if ((await Read(visitor, place)).Contains("Zéphyrine d", StringComparison.Ordinal))
            {
                found.Add(place);
            }
        }

        return found;
    }

    static async Task<List<string>> Finding(Visitor visitor)
    {
        var found = new List<string>();
        foreach (var place in Places.Where(p => p.Contains("q=zephyrine", StringComparison.Ordinal)))
        {
            if ((await Read(visitor, place)).Contains("Garder une preuve", StringComparison.Ordinal))
            {
                found.Add(place);
            }
        }

        return found;
    }

    // As a person reads it: entities of HTML and escapes of JSON are letters.
    static async Task<string> Read(Visitor visitor, string address)
    {
        await visitor.Open(address);
        return WebUtility.HtmlDecode(await visitor.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("\\u2019", "’", StringComparison.OrdinalIgnoreCase).Replace("\\u00e9", "é", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Tables of the module that hold these words, in whatever column.</summary>
    static List<string> Places_of(SiteUnderTest site, string words) => site.ReadEncyclopedia(db =>
    {
        var found = new List<string>();
        var connection = db.Database.GetDbConnection();
        db.Database.OpenConnection();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Order(StringComparer.Ordinal))
        {
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                if (Enumerable.Range(0, rows.FieldCount).Any(i => rows.GetValue(i) is string text && text.Replace("\\u2019", "’", StringComparison.Ordinal).Contains(words, StringComparison.OrdinalIgnoreCase)))
                {
                    found.Add(table);
                }
            }
        }

        return found.Distinct(StringComparer.Ordinal).ToList();
    });
}
