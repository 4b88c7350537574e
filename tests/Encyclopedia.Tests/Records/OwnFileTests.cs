using System.Text.Json;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>What leaves comes back the same, versions included, on both engines and from one to the other.</summary>
public sealed class OwnFileTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Importing_our_own_export_is_the_identity(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var exported = await site.ExportOwn();
        await using var other = await SiteUnderTest.Empty();

        var report = await other.ImportOwn(exported);

        Assert.Equal((6, 0, 0), (report.Added, report.Renewed, report.Faults.Count));
        Assert.Equal(exported, await other.ExportOwn());
        Assert.Equal(Rows(site), Rows(other));

        var again = await other.ImportOwn(exported);
        Assert.Equal((0, 0, 6), (again.Added, again.Renewed, again.Unchanged));
        var counts = other.Counts();
        Assert.Equal(1, counts.Audit);
        Assert.Equal(7, counts.Versions);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_longer_history_goes_on_and_a_shorter_one_changes_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var first = new IncomingVersion(Sample.Of(EntryType.Rule), SiteUnderTest.Start.AddDays(-9), "Ana", "Première");
        var second = new IncomingVersion(Sample.Of(EntryType.Rule) with { Phases = [Phase.Prevention], Links = [new("troisieme")] }, SiteUnderTest.Start.AddDays(-8), "Bea", "Deuxième");
        await site.Import(ReadFile.Of([new("regle", new(2026, 1, 1), [first])]));

        var ahead = await site.Import(ReadFile.Of([new("regle", new(2026, 2, 1), [first, second])]));
        var behind = await site.Import(ReadFile.Of([new("regle", new(2026, 1, 1), [first])]));

        Assert.Equal((0, 1), (ahead.Added, ahead.Renewed));
        Assert.Equal(["autre-fiche", "troisieme"], ahead.Nowhere);
        Assert.Equal((0, 0, 1), (behind.Added, behind.Renewed, behind.Unchanged));
        var entry = site.ReadEncyclopedia(db => db.Entries.Single());
        Assert.Equal((2, Entry.Bit(Phase.Prevention), new DateOnly(2026, 2, 1), SiteUnderTest.Start.AddDays(-8)), (entry.Version, entry.Phases, entry.ReviewedOn, entry.ChangedAt));
        Assert.Equal(["autre-fiche", "troisieme"], site.ReadEncyclopedia(db => db.Links.Select(l => l.ToKey).OrderBy(k => k).ToList()));
        Assert.Equal(2, site.ReadEncyclopedia(db => db.Words.Count()));
    }

    [Fact]
    public async Task Another_history_under_the_same_key_is_refused_whole()
    {
        await using var site = await SiteUnderTest.Empty();
        var one = new IncomingVersion(Sample.Of(EntryType.Rule), SiteUnderTest.Start.AddDays(-9), "Ana", "Première");
        await site.Import(ReadFile.Of([new("regle", new(2026, 1, 1), [one])]));
        var before = site.Counts();

        var report = await site.Import(ReadFile.Of([new("nouvelle", new(2026, 1, 1), [one]), new("regle", new(2026, 1, 1), [one with { Comment = "Autre" }])]));

        Assert.Contains("La fiche regle a ici une autre histoire", Assert.Single(report.Faults), StringComparison.Ordinal);
        Assert.Equal(before, site.Counts());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_comes_with_the_program_renews_its_own_entries_and_leaves_those_that_somebody_changed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await site.Import(States(Sample.File("intacte"), Sample.File("changee")));
        await site.Write<EncyclopediaDb>(db =>
        {
            var entry = db.Entries.Single(e => e.Key == "changee");
            Publishing.Renew(entry, Sample.Of(EntryType.Definition) with { Phases = [Phase.Research] }, new() { AuthorId = Guid.NewGuid(), Comment = "Ici" }, db, SiteUnderTest.Start, CancellationToken.None).GetAwaiter().GetResult();
        });

        var next = Sample.Of(EntryType.Definition) with { Phases = [Phase.Attribution] };
        var report = await site.Import(States(Sample.File("intacte") with { Content = next }, Sample.File("changee") with { Content = next }, Sample.File("neuve")));

        Assert.Equal((1, 1, 0), (report.Added, report.Renewed, report.Unchanged));
        Assert.Equal(["changee"], report.Kept);
        Assert.Equal([("changee", 2, Entry.Bit(Phase.Research)), ("intacte", 2, Entry.Bit(Phase.Attribution)), ("neuve", 1, Entry.Bit(Phase.Detection) | Entry.Bit(Phase.Reaction))],
            site.ReadEncyclopedia(db => db.Entries.OrderBy(e => e.Key).Select(e => new { e.Key, e.Version, e.Phases }).AsEnumerable().Select(e => (e.Key, e.Version, e.Phases)).ToList()));
    }

    [Fact]
    public async Task The_entries_of_the_program_can_all_be_imported()
    {
        await using var site = await SiteUnderTest.Empty();

        var report = await site.Import(Readings.OwnContentOfTheProgram());

        Assert.Empty(report.Faults);
        Assert.Equal(OwnContent.Keys.Count, report.Added);
    }

    static ReadFile States(params EntryFile[] files) => OwnFileReading.States(files, Readings.Ours, "Fiche livrée avec le logiciel");

    static string Rows(SiteUnderTest site) => site.ReadEncyclopedia(db => JsonSerializer.Serialize(new
    {
        Entries = db.Entries.OrderBy(e => e.Key).Select(e => new { e.Key, e.Type, e.Version, e.CreatedAt, e.ChangedAt, e.ReviewedOn, e.Original, e.Phases, e.Criteria, e.OriginName }).ToList(),
        Words = db.Entries.SelectMany(e => e.Words, (e, w) => new { e.Key, w.Language, w.Title, w.Summary, w.Synonyms, w.Body }).AsEnumerable().OrderBy(w => (w.Key, w.Language)).ToList(),
        Links = db.Entries.Join(db.Links, e => e.Id, l => l.FromId, (e, l) => new { e.Key, l.ToKey, l.Relation }).AsEnumerable().OrderBy(l => (l.Key, l.ToKey, l.Relation)).ToList(),
        Urls = db.Entries.Join(db.Urls, e => e.Id, u => u.EntryId, (e, u) => new { e.Key, u.Url }).AsEnumerable().OrderBy(u => (u.Key, u.Url)).ToList(),
    }));
}
