using System.Text;
using System.Text.Json;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.FromDisarm;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>DISARM and page histories come in whole, counted by other means than our own reader.</summary>
public sealed class DisarmTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_corpus_comes_with_all_its_links_and_none_dangles(DbEngine engine)
    {
        var bytes = SharedFiles.Bytes("encyclopedia/corpus_disarm.json");
        await using var site = await SiteUnderTest.Empty(engine);

        var report = await site.Import(Readings.DisarmCorpus(bytes));

        Assert.Empty(report.Faults);
        Assert.Equal((1697, 2028, 0), (report.Added, report.Links, report.Nowhere.Count));
        var counts = site.Counts();
        Assert.Equal((1697, 1697, 1697, 2028, 1), (counts.Entries, counts.Versions, counts.Words, counts.Links, counts.Audit));
        Assert.Equal(0, site.ReadEncyclopedia(db => db.Links.Count(l => !db.Entries.Any(e => e.Key == l.ToKey))));

        // The links of the file, read by hand.
        using var file = JsonDocument.Parse(bytes);
        var expected = file.RootElement.EnumerateArray().SelectMany(e => e.GetProperty("links").EnumerateArray().Select(l => (From: e.GetProperty("id").GetString()!, To: l.GetString()!))).ToHashSet();
        var origins = site.ReadEncyclopedia(db => db.Versions.AsNoTracking().AsEnumerable().ToDictionary(v => v.EntryId, v => EntryJson.Read(v.Content).Origin!.Id!));
        var keys = site.ReadEncyclopedia(db => db.Entries.AsNoTracking().AsEnumerable().ToDictionary(e => e.Key, e => origins[e.Id], StringComparer.Ordinal));
        Assert.Equal(expected, site.ReadEncyclopedia(db => db.Links.AsNoTracking().AsEnumerable().Select(l => (origins[l.FromId], keys[l.ToKey])).ToHashSet()));

        Assert.Equal([(EntryType.Case, 129), (EntryType.Practice, 140), (EntryType.Tool, 151), (EntryType.Actor, 823), (EntryType.Definition, 454)],
            site.ReadEncyclopedia(db => db.Entries.GroupBy(e => e.Type).Select(g => new { g.Key, Count = g.Count() }).AsEnumerable().OrderBy(g => g.Key).Select(g => (g.Key, g.Count)).ToList()));
        Assert.All(site.ReadEncyclopedia(db => db.Entries.Select(e => new { e.OriginName, e.Original }).ToList()), e => Assert.Equal(("DISARM", Lang.English), (e.OriginName, e.Original)));

        var again = await site.Import(Readings.DisarmCorpus(bytes));
        Assert.Equal((0, 0, 1697), (again.Added, again.Renewed, again.Unchanged));
    }

    [Fact]
    public void Each_countermeasure_shows_the_warning_of_its_framework()
    {
        var file = Readings.DisarmCorpus(SharedFiles.Bytes("encyclopedia/corpus_disarm.json"));
        var practices = file.Entries.Where(e => e.Last.Type is EntryType.Practice).ToList();

        Assert.Equal(140, practices.Count);
        Assert.All(practices, p => Assert.Contains("no advice", p.Last.Texts.En!.Fields["limits"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_red_framework_comes_from_STIX_with_its_French_labels()
    {
        var bundle = SharedFiles.Bytes("disarm/DISARM.json");
        var (labels, fault) = Readings.DisarmFrench(new MemoryStream(SharedFiles.Bytes("disarm/traduction_disarm_fr.xlsx")));
        Assert.Null(fault);
        await using var site = await SiteUnderTest.Empty();

        var report = await site.Import(Readings.DisarmStix(bundle, labels));

        // 391 techniques of one tactic each, 288 parts of another, 16 tactics that are parts of one matrix, and that its text names.
        Assert.Empty(report.Faults);
        Assert.Equal((408, 711, 0), (report.Added, report.Links, report.Nowhere.Count));
        var french = site.ReadEncyclopedia(db => db.Words.Count(w => w.Language == Lang.French));
        Assert.InRange(french, 250, 407);
        var propaganda = EntryJson.Read(site.ReadEncyclopedia(db => db.Versions.Single(v => v.EntryId == db.Entries.Single(e => e.Key == "disarm-t0002").Id).Content));
        Assert.Equal(("Facilitate State Propaganda", "Faciliter la propagande étatique", "CC-BY-SA-4.0", "T0002"), (propaganda.Texts.En!.Title, propaganda.Texts.Fr!.Title, propaganda.Origin!.Licence, propaganda.Origin.Id));
        Assert.Equal([new EntryTie("disarm-ta02", Relation.PartOf)], propaganda.Links);
        Assert.Equal("Planifier la stratégie", labels["TA01"].Title);

        // The order of the matrix is that of no number: the file, read by hand.
        using var file = JsonDocument.Parse(bundle);
        var objects = file.RootElement.GetProperty("objects").EnumerateArray().ToList();
        var ids = objects.ToDictionary(o => o.GetProperty("id").GetString()!, o => o.TryGetProperty("external_references", out var r) ? r[0].GetProperty("external_id").GetString()! : "", StringComparer.Ordinal);
        var order = objects.Single(o => o.GetProperty("type").GetString() == "x-mitre-matrix").GetProperty("tactic_refs").EnumerateArray().Select(r => ids[r.GetString()!].ToLowerInvariant()).ToList();
        Assert.Equal(["ta01", "ta02", "ta13"], order.Take(3));
        var page = await site.Visit().Open("/en/encyclopedia/entry/disarm-disarm");
        Assert.Equal(order.ConvertAll(t => "/en/encyclopedia/entry/disarm-" + t), page.Page.QuerySelectorAll("main ol a[href*='/disarm-ta']").Select(a => a.GetAttribute("href")!).ToList());
    }

    [Fact]
    public async Task The_bundle_and_the_sheets_complete_each_other_in_any_order()
    {
        var (sheets, bundle) = (Readings.DisarmCorpus(SharedFiles.Bytes("encyclopedia/corpus_disarm.json")), Readings.DisarmStix(SharedFiles.Bytes("disarm/DISARM.json"), new Dictionary<string, FrenchLabel>(StringComparer.Ordinal)));
        foreach (var order in new[] { new[] { sheets, bundle }, [bundle, sheets] })
        {
            await using var site = await SiteUnderTest.Empty();
            foreach (var file in order)
            {
                Assert.Empty((await site.Import(file)).Faults);
            }

            // The sheets, and the matrix: its sixteen tactics are parts of it, and it names them.
            Assert.Equal((1698, 2060), (site.Counts().Entries, site.Counts().Links));
            Assert.Equal(0, site.ReadEncyclopedia(db => db.Links.Count(l => !db.Entries.Any(e => e.Key == l.ToKey))));
            var propaganda = EntryJson.Read(site.ReadEncyclopedia(db => db.Versions.Where(v => v.EntryId == db.Entries.Single(e => e.Key == "disarm-t0002").Id).OrderBy(v => v.Number).Last().Content));
            Assert.NotNull(propaganda.Origin!.Url);
        }
    }

    const string Small = """
        {"type":"bundle","id":"bundle--1","objects":[
          {"type":"x-mitre-tactic","id":"x-mitre-tactic--1","name":"Prepare","description":"Make ready.","x_mitre_shortname":"prepare","external_references":[{"source_name":"DISARM","external_id":"TA90"}]},
          {"type":"attack-pattern","id":"attack-pattern--1","name":"Borrow a name","description":"Use the name of another.","kill_chain_phases":[{"kill_chain_name":"mitre-attack","phase_name":"prepare"}],"external_references":[{"source_name":"x","url":"javascript:x"},{"source_name":"mitre-attack","external_id":"T9001","url":"https://example.org/T9001"}],"x_mitre_platforms":["Windows"]},
          {"type":"attack-pattern","id":"attack-pattern--2","name":"Borrow a town","kill_chain_phases":[{"kill_chain_name":"mitre-attack","phase_name":"prepare"}],"external_references":[{"external_id":"T9001.001"}]},
          {"type":"attack-pattern","id":"attack-pattern--3","name":"Gone","revoked":true},
          {"type":"relationship","id":"relationship--1","relationship_type":"subtechnique-of","source_ref":"attack-pattern--2","target_ref":"attack-pattern--1"},
          {"type":"marking-definition","id":"marking-definition--1","definition_type":"statement","definition":{"statement":"CC"}}]}
        """;

    [Fact]
    public void A_technique_keeps_its_tactic_its_parent_and_its_address()
    {
        var file = Readings.DisarmStix(Encoding.UTF8.GetBytes(Small), new Dictionary<string, FrenchLabel>(StringComparer.Ordinal) { ["T9001.001"] = new("Emprunter une ville", "Prendre le nom d’une ville.") });

        Assert.Equal(["disarm-ta90", "disarm-t9001", "disarm-t9001-001"], file.Entries.Select(e => e.Key));
        Assert.Equal("https://example.org/T9001", file.Entries[1].Last.Origin!.Url);
        var part = file.Entries[2].Last;
        Assert.Equal([new EntryTie("disarm-ta90", Relation.PartOf), new EntryTie("disarm-t9001", Relation.PartOf)], part.Links);
        Assert.Equal(("Borrow a town", "Emprunter une ville", "Prendre le nom d’une ville."), (part.Texts.En!.Title, part.Texts.Fr!.Title, part.Texts.Fr.Fields["text"]));
        Assert.Null(file.Entries[1].Last.Texts.Fr);
    }

    [Fact]
    public void The_matrix_lists_its_tactics_in_its_own_order_and_they_are_parts_of_it()
    {
        var matrix = """{"type":"x-mitre-matrix","id":"x-mitre-matrix--1","name":"A matrix","description":"What it is.","tactic_refs":["x-mitre-tactic--2","x-mitre-tactic--1","x-mitre-tactic--2"],"external_references":[{"external_id":"M1"}]},{"type":"x-mitre-tactic","id":"x-mitre-tactic--2","name":"Plan","x_mitre_shortname":"plan","external_references":[{"external_id":"TA99"}]},""";
        var file = Readings.DisarmStix(Encoding.UTF8.GetBytes(Small.Replace("\"objects\":[", "\"objects\":[" + matrix, StringComparison.Ordinal)), new Dictionary<string, FrenchLabel>(StringComparer.Ordinal));

        var entry = file.Entries.Single(e => e.Key == "disarm-m1").Last;
        Assert.Equal(("What it is.", "What it is.\n\nTactics, in their order:\n\n1. [[disarm-ta99]]\n2. [[disarm-ta90]]"), (entry.Texts.En!.Summary, entry.Texts.En.Fields["text"]));
        Assert.Empty(entry.Links);
        Assert.Equal([new EntryTie("disarm-m1", Relation.PartOf)], file.Entries.Single(e => e.Key == "disarm-ta90").Last.Links);
    }

    /// <summary>The day of the import is no review: nobody here has looked at what came.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_imported_is_not_shown_as_reviewed_until_somebody_here_does(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var file = Readings.DisarmStix(Encoding.UTF8.GetBytes(Small), new Dictionary<string, FrenchLabel>(StringComparer.Ordinal));
        Assert.Empty((await site.Import(file)).Faults);

        var page = await site.Visit().Open("/encyclopedie/fiche/disarm-t9001");
        Assert.Contains("pas encore relue ici", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Relue le", page.Page.QuerySelector(".entry-doors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not yet reviewed here", (await page.Open("/en/encyclopedia/entry/disarm-t9001")).Text, StringComparison.Ordinal);
        await page.Open("/encyclopedie/fraicheur");
        Assert.Equal(3, page.Page.QuerySelectorAll("tbody td").Count(c => c.TextContent == "Pas encore relue ici"));
        Assert.Equal(3, (await page.Open("/encyclopedie/fiches?review=stale")).Page.QuerySelectorAll("a[href^='/encyclopedie/fiche/disarm-']").Select(a => a.GetAttribute("href")).Distinct(StringComparer.Ordinal).Count());
        Assert.False((await Api(page)).TryGetProperty("reviewedOn", out _));
        var out1 = await site.ExportOwn();
        Assert.DoesNotContain("1900", out1, StringComparison.Ordinal);

        // What leaves comes back the same, and a second import undoes no review.
        await using var other = await SiteUnderTest.Empty(engine);
        Assert.Empty((await other.ImportOwn(out1)).Faults);
        Assert.Equal(out1, await other.ExportOwn());
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/encyclopedie/fiche/disarm-t9001/entretien");
        Assert.Contains("pas encore relue ici", camille.Text, StringComparison.Ordinal);
        await camille.Press("J’ai vérifié : c’est toujours vrai");
        await site.Import(file);
        Assert.Contains("Relue le 23 novembre 2026", (await page.Open("/encyclopedie/fiche/disarm-t9001")).Text, StringComparison.Ordinal);
        Assert.Equal("2026-11-23", (await Api(page)).GetProperty("reviewedOn").GetString());
    }

    static async Task<JsonElement> Api(Beffroi.Testing.Visitor page) =>
        JsonDocument.Parse(await (await page.Open("/api/encyclopedia/entries/disarm-t9001")).Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

    [Theory, ClassData(typeof(Engines))]
    public async Task Pages_come_with_the_dates_and_authors_of_all_their_revisions(DbEngine engine)
    {
        var bytes = SharedFiles.Bytes("encyclopedia/disencyclopedia_revisions.json");
        await using var site = await SiteUnderTest.Empty(engine);

        var report = await site.Import(Readings.History(bytes, new() { Name = "Pages d’essai", Licence = "CC-BY-SA-2.0" }));

        Assert.Empty(report.Faults);
        Assert.Equal(45, report.Added);
        using var file = JsonDocument.Parse(bytes);
        var expected = file.RootElement.EnumerateObject().SelectMany(p => p.Value.EnumerateArray().Select(r => (p.Name, r.GetProperty("date").GetDateTimeOffset().UtcDateTime, r.GetProperty("author").GetString()!))).Order().ToList();
        var kept = site.ReadEncyclopedia(db => db.Versions.AsNoTracking().AsEnumerable().Select(v => (EntryJson.Read(v.Content).Origin!.Id!, v.At.UtcDateTime, v.AuthorName!)).Order().ToList());
        Assert.Equal(250, kept.Count);
        Assert.Equal(expected, kept);
    }
}
