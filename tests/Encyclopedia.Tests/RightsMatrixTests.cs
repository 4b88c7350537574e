using System.Net;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Tests;

using Contributing;

/// <summary>Who may do what in the encyclopedia: the table, and every door tried for every person.</summary>
public sealed class RightsMatrixTests
{
    const string Run = "0b1e5a3c-7a3f-4b6e-9d0e-5c1d2f3a4b5c";
    const string Entry = "/encyclopedie/fiche/" + Given.Key;

    // o: opens; x: refused (403, or 404 for what does not exist for this person); s: the sign-in page. Rose proposed; Hugo is appointed; Nadia owns the entry.
    // In the order of the people below.
    static readonly string?[] People = [null, Crew.Pending, Crew.OtherAdviser, Crew.Rose, Crew.Admin, Crew.Hugo, Crew.Superadmin];

    public static readonly TheoryData<string, string> Doors = new()
    {
        { "/encyclopedie/donnees", "ooooooo" },
        { "/encyclopedie", "ooooooo" },
        { "/encyclopedie/phase/detection", "ooooooo" },
        { Entry, "ooooooo" },
        { "/encyclopedie/fiches-a-ecrire", "ooooooo" },
        { "/encyclopedie/fiches", "ooooooo" },
        { "/encyclopedie/changements", "ooooooo" },
        { "/encyclopedie/fraicheur", "ooooooo" },
        { "/encyclopedie/contribuer", "ooooooo" },
        { "/encyclopedie/nouvelle-fiche", "ooooooo" },
        { Entry + "/proposer", "ooooooo" },
        { Entry + "/historique", "ooooooo" },
        { Entry + "/version/1", "ooooooo" },
        { Entry + "/comparer", "ooooooo" },
        { Entry + "/discussion", "ooooooo" },
        { "/encyclopedie/relecture", "sxooooo" },
        { "/encyclopedie/proposition/{0}", "sxxoxoo" },
        { Entry + "/entretien", "sxxxooo" },
        { "/encyclopedie/relecteurs", "sxxxxxo" },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task Each_door_opens_to_those_of_the_table_in_both_languages(string door, string rights)
    {
        await using var site = await Furnished(DbEngine.Sqlite);
        foreach (var (person, right) in People.Zip(rights))
        {
            var visitor = person is null ? site.Visit() : await site.SignIn(person);
            var french = string.Format(System.Globalization.CultureInfo.InvariantCulture, door, site.LastProposal());
            await visitor.Open(french);
            var alternate = right == 'o' ? visitor.Page.QuerySelector("link[rel=alternate][hreflang=en]")?.GetAttribute("href") : null;
            var found = visitor.Status == HttpStatusCode.OK ? visitor.Address.StartsWith("/connexion", StringComparison.Ordinal) ? 's' : 'o' : 'x';
            Assert.True(found == right, $"{person ?? "a stranger"} at {french}: {(int)visitor.Status} {visitor.Address}");
            if (alternate is not null)
            {
                Assert.Equal(HttpStatusCode.OK, (await visitor.Open(new Uri(new("https://localhost"), alternate).PathAndQuery)).Status);
            }
        }
    }

    // Acts that change something, each refused to all but those named.
    public static readonly TheoryData<string, string> Acts = new()
    {
        { "/encyclopedie/proposition/{0}", "xxxxxoo" },
        { Entry + "/version/1", "xxxxxoo" },
        { Entry + "/version/1/retirer", "xxxxxoo" },
        { Entry + "/version/2/retirer", "xxxxxoo" },
        { Entry + "/entretien", "xxxxooo" },
        { Entry + "/discussion", "xxooooo" },
        { Entry + "/note/" + Run + "/retirer", "xxxxxoo" },
        { "/encyclopedie/relecteurs", "xxxxxxo" },
    };

    [Theory, MemberData(nameof(Acts))]
    public async Task Each_act_is_done_by_those_of_the_table_and_changes_nothing_for_the_others(string act, string rights)
    {
        foreach (var (person, right) in People.Zip(rights))
        {
            await using var site = await Furnished(DbEngine.Sqlite);
            var visitor = person is null ? site.Visit() : await site.SignIn(person);
            await visitor.Open(person is null ? Entry + "/proposer" : "/compte");
            var before = Everything(site);
            var seen = site.ReadEncyclopedia(db => db.Entries.Single(e => e.Key == Given.Key).Version).ToString(System.Globalization.CultureInfo.InvariantCulture);

            await visitor.Post(string.Format(System.Globalization.CultureInfo.InvariantCulture, act, site.LastProposal()),
                act.Contains("entretien", StringComparison.Ordinal) ? ("Act", "true") : ("act", "refuse"), ("reason", "Non."), ("Text", "Bonjour"), ("Email", Crew.EmailOf(Crew.OtherAdmin)), ("seen", seen));

            Assert.True((before != Everything(site)) == (right == 'o'), $"{person ?? "a stranger"} does {act}: {(int)visitor.Status} {visitor.Address}");
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_query_itself_knows_who_sees_and_who_decides(DbEngine engine)
    {
        await using var site = await Furnished(engine);
        foreach (var (person, sees, decides, cares) in new[] { (Crew.OtherAdviser, 0, 0, 0), (Crew.Rose, 1, 0, 0), (Crew.Admin, 0, 0, 1), (Crew.Hugo, 1, 1, 1), (Crew.Superadmin, 1, 1, 1) })
        {
            foreach (var accepted in new[] { true, false })
            {
                var user = new CurrentUser { Id = site.IdOf(person), Name = person, Role = person == Crew.Superadmin ? Role.Superadmin : Role.Conseiller, StructureId = null, Structures = [], Accepted = accepted };
                var found = site.ReadEncyclopedia(db => (db.Proposals.VisibleTo(user, db).Count(), db.Proposals.DecidableBy(user, db).Count(), db.Entries.CaredForBy(user, db).Count(e => e.Key == Given.Key)));
                Assert.Equal(accepted ? (sees, decides, cares) : (0, 0, 0), found);
            }
        }
    }

    [Fact]
    public async Task An_appointment_that_ends_takes_the_right_away_at_once()
    {
        await using var site = await Furnished(DbEngine.Sqlite);
        var (hugo, camille) = (await site.SignIn(Crew.Hugo), await site.SignIn(Crew.Superadmin));
        Assert.Equal(HttpStatusCode.OK, (await hugo.Open($"/encyclopedie/proposition/{site.LastProposal()}")).Status);

        await camille.Open("/en/encyclopedia/reviewers");
        await camille.Press($"End the appointment of {Crew.Hugo}");

        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"/encyclopedie/proposition/{site.LastProposal()}")).Status);
    }

    [Fact]
    public async Task Reviewers_are_appointed_and_entries_cared_for_through_their_pages()
    {
        await using var site = await Furnished(DbEngine.Sqlite);
        var (camille, nadia) = (await site.SignIn(Crew.Superadmin), await site.SignIn(Crew.Admin));

        await camille.Open("/encyclopedie/relecteurs");
        await camille.Press("Nommer", ("Email", "personne@nulle-part.example"));
        Assert.Single(camille.Mistakes);
        await camille.Press("Nommer", ("Email", Crew.EmailOf(Crew.OtherAdmin)));
        Assert.Equal(2, site.ReadEncyclopedia(db => db.Appointments.Current().Count()));

        await nadia.Open(Entry + "/entretien");
        await nadia.Press("J’ai vérifié : c’est toujours vrai");
        Assert.Equal(new DateOnly(2026, 11, 23), site.ReadEncyclopedia(db => db.Entries.Single(e => e.Key == Given.Key).ReviewedOn));
        await nadia.Press("Lui confier la fiche", ("Owner", Crew.EmailOf(Crew.Rose)));
        Assert.Equal(site.IdOf(Crew.Rose), site.ReadEncyclopedia(db => db.Entries.Single(e => e.Key == Given.Key).OwnerId));
    }

    static async Task<SiteUnderTest> Furnished(DbEngine engine)
    {
        var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        await site.Appointed(Crew.Hugo);
        await site.Write<EncyclopediaDb>(db => db.Entries.Single(e => e.Key == Given.Key).OwnerId = site.IdOf(Crew.Admin));
        await site.Changed(Samples.Practice with { Links = [] });
        await site.Write<EncyclopediaDb>(db => db.Add(new PracticeUse
        {
            Id = Guid.Parse(Run), EntryId = db.Entries.Single(e => e.Key == Given.Key).Id, Version = 1, StartedAt = SiteUnderTest.Start.AddDays(-1), EndedAt = SiteUnderTest.Start, Outcome = UseOutcome.Worked, PublicNote = "Prévenir plus tôt.",
        }));
        await site.Write<EncyclopediaDb>(db => db.Add(new Proposal
        {
            Id = Guid.CreateVersion7(SiteUnderTest.Start), EntryId = db.Entries.Single(e => e.Key == Given.Key).Id, Key = Given.Key, BaseVersion = 2, At = SiteUnderTest.Start, AuthorId = site.IdOf(Crew.Rose), Language = Lang.French,
            Comment = "Un mot", Content = (Samples.Practice with { Links = [] }).With(Lang.French, "how", "Autrement.").Json(),
        }));
        return site;
    }

    static string Everything(SiteUnderTest site) => site.ReadEncyclopedia(db => string.Join('\n',
        db.Entries.AsNoTracking().AsEnumerable().Select(e => $"{e.Key} {e.Version} {e.ReviewedOn} {e.OwnerId}").Concat([$"{db.Withheld.Count()} {db.Decisions.Count()} {db.Remarks.Count()} {db.Appointments.Count()} {db.Proposals.Count()} {db.Uses.Count(u => u.NoteHiddenAt != null)}"])));
}
