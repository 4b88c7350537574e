using System.IO.Compression;
using System.Text;
using Beffroi.Encyclopedia.Importing;
using Beffroi.Encyclopedia.Importing.FromDisarm;

namespace Beffroi.Encyclopedia.Tests.Records;

/// <summary>A file that cannot be read, whole or in part, gives a French sentence and changes nothing.</summary>
public sealed class BadInputTests
{
    static readonly string Entry = System.Text.Json.JsonSerializer.Serialize(Sample.File("bonne-fiche"), EntryJson.Options);

    static string Whole(string versions, string key = "une-fiche") => $$"""{"format":"beffroi-encyclopedia","version":1,"entries":[{"key":"{{key}}","reviewedOn":"2026-11-02","versions":{{versions}}}]}""";

    static string Version(string content, int number = 1) => $$"""{"number":{{number}},"at":"2026-11-02T10:00:00Z","comment":"x","content":{{content}}}""";

    static readonly string Content = EntryJson.Write(Sample.Of(EntryType.Rule));

    public static TheoryData<string, string> Own => new()
    {
        { "", "vide" },
        { "   ", "pas le JSON attendu" },
        { "null", "ne contient rien" },
        { "{", "pas le JSON attendu, ligne 1" },
        { "{\"format\":\"autre\",\"version\":1,\"entries\":[]}", "Le format n’est pas" },
        { "{\"format\":\"beffroi-encyclopedia\",\"version\":2,\"entries\":[]}", "Le format n’est pas" },
        { "[" + Entry + ",\n{\"key\":\"autre\"}]", "ligne 2, à l’endroit $[1]" },
        { "[" + Entry + ",null]", "« null »" },
        { "[" + Entry + "," + Entry + "]", "La fiche bonne-fiche est là 2 fois." },
        { Entry.Replace("\"definition\"", "\"poeme\"", StringComparison.Ordinal), "$.content.type" },
        { Entry.Replace("\"type\":\"definition\"", "\"type\":5", StringComparison.Ordinal), "$.content.type" },
        { Entry.Replace("\"type\"", "\"inconnu\":1,\"type\"", StringComparison.Ordinal), "$.content" },
        { Entry.Replace("\"type\"", "\"type\":\"rule\",\"type\"", StringComparison.Ordinal), "pas le JSON attendu" },
        { Entry.Replace("\"sources\":[{", "\"sources\":[null,{", StringComparison.Ordinal), "« null »" },
        { Entry.Replace("bonne-fiche", "Mauvaise fiche", StringComparison.Ordinal), "n’est pas un identifiant de fiche" },
        { Entry.Replace("https://example.org/rapport", "javascript:alert(1)", StringComparison.Ordinal), "Fiche bonne-fiche, sources.0.url : Une adresse commence par" },
        { Entry.Replace("Une fiche d’essai", "\\ud800", StringComparison.Ordinal), "" },
        { Whole("[]"), "les versions se numérotent" },
        { Whole($"[{Version(Content, 2)}]"), "les versions se numérotent" },
        { Whole($"[{Version(Content)},null]"), "« null »" },
        { Whole($"[{Version(Content)},{Version(Content.Replace("\"phases\":[\"detection\",\"reaction\"]", "\"phases\":[]", StringComparison.Ordinal), 2)}]"), "Fiche une-fiche, version 2, phases" },
        { new string('[', 10_000), "pas le JSON attendu" },
    };

    [Theory, MemberData(nameof(Own))]
    public async Task A_bad_file_of_ours_is_refused_with_a_sentence(string json, string sentence)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var before = site.Counts();

        var report = await site.ImportOwn(json);

        Assert.NotEmpty(report.Faults);
        Assert.Contains(report.Faults, f => f.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(before, site.Counts());
    }

    [Fact]
    public void Broken_UTF8_and_too_many_bytes_are_told()
    {
        var cut = Encoding.UTF8.GetBytes(Entry);
        cut[Entry.IndexOf('’', StringComparison.Ordinal) + 1] = 0xFF;
        Assert.Contains("UTF-8", Assert.Single(Readings.Own(cut).Faults), StringComparison.Ordinal);
        Assert.Contains("64 Mo", Assert.Single(Readings.Own(new byte[Readings.MaxBytes + 1]).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Entries_that_are_part_of_each_other_in_a_circle_are_refused()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var before = site.Counts();
        EntryFile[] circle = [Part("a", "b"), Part("b", "c"), Part("c", "a"), Part("d", "a")];

        var report = await site.Import(OwnFileReading.States(circle, "x", "y"));

        Assert.Contains("en rond : a → b → c → a.", Assert.Single(report.Faults), StringComparison.Ordinal);
        Assert.Equal(before, site.Counts());
        // Seeing each other is no circle.
        Assert.Empty((await site.Import(OwnFileReading.States([Sample.File("a") with { Content = Sample.File("a").Content with { Links = [new("b")] } }, Sample.File("b") with { Content = Sample.File("b").Content with { Links = [new("a")] } }], "x", "y"))).Faults);
    }

    [Fact]
    public async Task A_chain_of_thousands_is_no_circle()
    {
        await using var site = await SiteUnderTest.Empty();
        var report = await site.Import(OwnFileReading.States(Enumerable.Range(0, 3_000).Select(i => Part($"k{i}", $"k{i + 1}")), "x", "y"));
        Assert.Empty(report.Faults);
        Assert.Equal(3_000, report.Added);
    }

    public static TheoryData<string, string> Stix => new()
    {
        { "[]", "pas le JSON attendu" },
        { """{"type":"bundle"}""", "pas le JSON attendu" },
        { """{"type":"report","objects":[]}""", "paquet STIX" },
        { """{"type":"bundle","objects":[null]}""", "paquet STIX" },
        { """{"type":"bundle","objects":[]}""", "ni tactique ni technique" },
        { """{"type":"bundle","objects":[{"type":"attack-pattern"}]}""", "$.objects[0]" },
        { """{"type":"bundle","objects":[{"type":"attack-pattern","id":"a","name":"n"}]}""", "a n’a pas d’identifiant externe" },
        { StixOf("""},{"type":"x-mitre-matrix","id":"m","name":"n","tactic_refs":["a",null],"external_references":[{"external_id":"M1"}] """), "m nomme une tactique qui n’est pas dans le paquet" },
        { StixOf(""","kill_chain_phases":[{"phase_name":"nulle"}]"""), "d’une tactique qui n’est pas dans le paquet" },
        { StixOf("""},{"type":"relationship","id":"r","relationship_type":"subtechnique-of","source_ref":"a","target_ref":"z" """), "r relie un objet qui n’est pas dans le paquet" },
        { StixOf("""},{"type":"relationship","id":"r","relationship_type":"subtechnique-of","source_ref":"a","target_ref":"a" """), "ne renvoie pas à elle-même" },
        { StixOf("""},{"type":"attack-pattern","id":"b","name":"n","external_references":[{"external_id":"T1"}] """), "La fiche disarm-t1 est là 2 fois" },
    };

    [Theory, MemberData(nameof(Stix))]
    public async Task A_bad_STIX_bundle_is_refused_with_a_sentence(string json, string sentence)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var before = site.Counts();

        var report = await site.Import(Readings.DisarmStix(Encoding.UTF8.GetBytes(json), new Dictionary<string, FrenchLabel>(StringComparer.Ordinal)));

        Assert.Contains(report.Faults, f => f.Contains(sentence, StringComparison.Ordinal));
        Assert.Equal(before, site.Counts());
    }

    [Theory]
    [InlineData("""[{"id":"T1","kind":"technique","title":"T","links":["T2"]}]""", "T1 renvoie à T2, qui n’est pas dans le fichier.")]
    [InlineData("""[{"id":"T1","kind":"poem","title":"T"}]""", "la nature « poem » est inconnue")]
    [InlineData("""[{"id":"T1"}]""", "pas le JSON attendu")]
    [InlineData("""[null]""", "« null »")]
    public void A_bad_corpus_is_refused_with_a_sentence(string json, string sentence) =>
        Assert.Contains(Readings.DisarmCorpus(Encoding.UTF8.GetBytes(json)).Faults, f => f.Contains(sentence, StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"p":[]}""", "La page p n’a pas de révision avec un texte.")]
    [InlineData("""{"p":null}""", "La page p n’a pas de révision avec un texte.")]
    [InlineData("""{"p":[{"date":"hier","author":"a"}]}""", "pas le JSON attendu")]
    public void A_bad_history_is_refused_with_a_sentence(string json, string sentence) =>
        Assert.Contains(Readings.History(Encoding.UTF8.GetBytes(json), new() { Name = "x", Licence = "y" }).Faults, f => f.Contains(sentence, StringComparison.Ordinal));

    [Fact]
    public void A_workbook_of_labels_that_is_none_is_told()
    {
        Assert.NotNull(Readings.DisarmFrench(new MemoryStream([1, 2, 3])).Fault);
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            sheet.Write("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"u8);
        }

        Assert.NotNull(Readings.DisarmFrench(zip).Fault);
    }

    static string StixOf(string more) => $$"""{"type":"bundle","objects":[{"type":"attack-pattern","id":"a","name":"n","external_references":[{"external_id":"T1"}]{{more}}}]}""";

    static EntryFile Part(string key, string of) => Sample.File(key) with { Content = Sample.Of(EntryType.Definition) with { Links = [new(of, Relation.PartOf)] } };
}
