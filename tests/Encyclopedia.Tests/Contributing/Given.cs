using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Encyclopedia.Tests.Contributing;

static class Given
{
    public const string Key = "garder-une-preuve";

    public static Task Published(this SiteUnderTest site, EntryContent? content = null, string key = Key) =>
        site.Write<EncyclopediaDb>(db => Publishing.Open(key, content ?? Samples.Practice, new() { Comment = "Première version" }, new(2026, 11, 1), db, SiteUnderTest.Start));

    /// <summary>Somebody else's change, already accepted.</summary>
    public static async Task Changed(this SiteUnderTest site, EntryContent content, string key = Key)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        var db = scope.ServiceProvider.GetRequiredService<EncyclopediaDb>();
        await Publishing.Renew(db.Entries.Single(e => e.Key == key), content, new() { Comment = "Autre changement" }, db, SiteUnderTest.Start.AddHours(1), TestContext.Current.CancellationToken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    public static Task Appointed(this SiteUnderTest site, string person) => site.Write<EncyclopediaDb>(db =>
        db.Add(new Appointment { Id = Guid.NewGuid(), AccountId = site.IdOf(person), GivenBy = site.IdOf(Crew.Superadmin), GivenAt = SiteUnderTest.Start }));

    /// <summary>A proposal to say something else in a field, made through the form.</summary>
    public static async Task<Visitor> Proposing(this Visitor visitor, SiteUnderTest site, string field, string words, string comment = "Plus juste")
    {
        await visitor.Open("/encyclopedie/fiche/" + Key + "/proposer");
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        return await visitor.Press("Envoyer la proposition", (field, words), ("comment", comment));
    }

    public static Guid LastProposal(this SiteUnderTest site) => site.ReadEncyclopedia(db => db.Proposals.OrderByDescending(p => p.Id).First().Id);

    public static EntryContent Now(this SiteUnderTest site, string key = Key) => site.ReadEncyclopedia(db => EntryJson.Read(db.Versions.Where(v => v.EntryId == db.Entries.Single(e => e.Key == key).Id).OrderByDescending(v => v.Number).First().Content));

    public static int Versions(this SiteUnderTest site, string key = Key) => site.ReadEncyclopedia(db => db.Entries.Single(e => e.Key == key).Version);

    /// <summary>All points of the list ticked.</summary>
    public static readonly (string, string?)[] Checked = [("check.persons", "true"), ("check.criteria", "true"), ("check.sources", "true"), ("check.judgement", "true")];
}
