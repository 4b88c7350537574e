using System.Text;
using Beffroi.Ads.Files;
using Beffroi.Ads.Intake;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Intake;

/// <summary>From a file to rows, on both engines.</summary>
public sealed class IntakeTests
{
    const string Long = "Dimanche, votons pour une ville qui respire : plus d’arbres, des écoles rénovées, des bus toutes les dix minutes, et un budget que chacun peut lire.";
    const string Other = "Samedi, venez visiter notre nouvel atelier de réparation de vélos : café offert, essais gratuits et conseils pour l’hiver jusqu’à seize heures.";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static string Line(string id, string text, string page = "Page", string more = "") => $$"""{"id":"{{id}}","page":{"id":"p1","name":"{{page}}"},"text":"{{text}}"{{more}}}""";

    static async Task<AdImport> Import(SiteUnderTest site, string text, string name = "a.json", FileFormat format = FileFormat.Own, string? taken = null)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.importer";
        var (done, fault) = await scope.ServiceProvider.GetRequiredService<AdImporting>().Run(new()
        {
            Name = name, Open = () => new MemoryStream(Encoding.UTF8.GetBytes(text)), Format = format, Country = "FR", TakenAt = taken is null ? null : DateTimeOffset.Parse(taken, System.Globalization.CultureInfo.InvariantCulture),
        }, null, Ct);
        Assert.Null(fault);
        return done!;
    }

    static (int, int, int, int) Counts(AdImport done) => (done.Added, done.Changed, done.Same, done.Refused);

    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_file_again_changes_nothing_and_a_broken_line_costs_no_other(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var file = string.Join('\n', Line("1", Long), Line("2", Long + " 🎉"), "{\"id\":\"3\",", Line("4", Other), "{\"id\":\"5\",\"titre\":1}");
        var first = await Import(site, file);
        Assert.Equal((3, 0, 0, 2), Counts(first));
        Assert.Contains("3 : ", first.Report, StringComparison.Ordinal);
        Assert.Contains("5 : champ inconnu : titre", first.Report, StringComparison.Ordinal);
        var before = site.ReadAds(db => (db.Ads.Count(), db.Groups.Count(), db.Sponsors.Count(), db.Bands.Count()));
        Assert.Equal((3, 2, 1), (before.Item1, before.Item2, before.Item3));

        Assert.Equal((0, 0, 3, 2), Counts(await Import(site, file)));
        Assert.Equal(before, site.ReadAds(db => (db.Ads.Count(), db.Groups.Count(), db.Sponsors.Count(), db.Bands.Count())));
        Assert.Equal([1, 2], site.ReadAds(db => db.Groups.Select(g => g.Ads).OrderBy(a => a).ToList()));
        Assert.Equal(2, site.ReadAds(db => db.Imports.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_ad_whose_text_changes_goes_to_another_group_and_the_answers_stay(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await Import(site, Line("1", Long) + "\n" + Line("2", Long));
        var (group, shown) = site.ReadAds(db => db.Groups.AsEnumerable().Select(g => (g.Id, g.ShownAdId)).Single());
        await site.Write<AdsDb>(db => db.Add(new Answer { Id = Guid.CreateVersion7(SiteUnderTest.Start), GroupId = group, AdId = shown, Voter = "v", Political = PoliticalAnswer.Yes, Language = Lang.French, At = SiteUnderTest.Start }));

        // Only its totals grow: it stays.
        Assert.Equal((0, 1, 0, 0), Counts(await Import(site, Line("1", Long, more: ",\"reach\":12"))));
        Assert.Equal(2, site.ReadAds(db => db.Groups.Single().Ads));

        Assert.Equal((0, 1, 0, 0), Counts(await Import(site, Line("1", Other))));
        var (first, second) = site.ReadAds(db => ValueTuple.Create(db.Ads.Single(a => a.SourceId == "1"), db.Ads.Single(a => a.SourceId == "2")));
        Assert.NotEqual(first.GroupId, second.GroupId);
        Assert.Equal(second.Id, site.ReadAds(db => db.Groups.Single(g => g.Id == group).ShownAdId));
        Assert.Equal(1, site.ReadAds(db => db.Groups.Single(g => g.Id == group).Ads));
        Assert.Equal(group, site.ReadAds(db => db.Answers.Single().GroupId));

        // The last one leaves too: nobody is asked any more; it comes back, and so does the group.
        await Import(site, Line("2", Other));
        Assert.Equal(GroupState.Withdrawn, site.ReadAds(db => db.Groups.Single(g => g.Id == group).State));
        await Import(site, Line("3", Long));
        Assert.Equal((GroupState.Open, 1), site.ReadAds(db => db.Groups.Where(g => g.Id == group).AsEnumerable().Select(g => (g.State, g.Ads)).Single()));
        Assert.Equal(1, site.ReadAds(db => db.Answers.Count(a => a.GroupId == group)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_sponsor_is_known_by_its_identifier_or_its_folded_name(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await Import(site, Line("1", Long, "Vieux nom") + "\n" + Line("2", Other, "Nouveau nom") + "\n" + """{"id":"3","page":{"name":"Éole & Cie"},"text":"a"}""" + "\n" + """{"id":"4","page":{"name":"EOLE  cie"},"text":"b"}""");
        Assert.Equal(["eole cie", "p1"], site.ReadAds(db => db.Sponsors.Select(s => s.Key).OrderBy(k => k).ToList()));
        Assert.Equal("Nouveau nom", site.ReadAds(db => db.Sponsors.Single(s => s.Key == "p1").Name));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_that_is_kept_holds_a_key(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        const string key = "EAAGm0PX4ZCpsBAexempleexempleexempleexemple";
        await Import(site, $$"""
            {"id":"12345678","page_name":"P {{key}}","ad_creative_body":"voir https://a.example/?access_token={{key}}","ad_creative_link_title":"t access_token={{key}}","bylines":"{{key}} Payeur",
             "ad_creative_link_caption":"a.example?access_token%3D{{key}}","ad_snapshot_url":"https://www.facebook.com/ads/archive/render_ad/?id=12345678&access_token={{key}}"}
            """, format: FileFormat.Meta);
        var ad = site.ReadAds(db => db.Ads.Single());
        Assert.DoesNotContain(key, System.Text.Json.JsonSerializer.Serialize(ad), StringComparison.Ordinal);
        Assert.DoesNotContain("EAAG", System.Text.Json.JsonSerializer.Serialize(site.ReadAds(db => db.Sponsors.Single())) + string.Concat(site.ReadAds(db => db.Groups.Select(g => g.Signature).ToList())), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("https://www.facebook.com/ads/library/?id=12345678", ad.LibraryUrl);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Readings_are_kept_and_what_left_is_out_of_its_library_from_then_on(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var (one, two) = (Line("1", Long, more: ",\"spend\":{\"low\":100}"), Line("2", Other));
        await Import(site, one + "\n" + two, "premiere.json", taken: "2026-11-01T00:00:00Z");
        await Import(site, one.Replace("100", "90", StringComparison.Ordinal) + "\n" + Line("3", Long), "seconde.json", taken: "2026-11-08T00:00:00Z");
        Assert.Equal(["2"], site.ReadAds(db => db.Ads.Where(a => a.VanishedAt != null).Select(a => a.SourceId).ToList()));
        Assert.Equal(new DateTimeOffset(2026, 11, 8, 0, 0, 0, TimeSpan.Zero), site.ReadAds(db => db.Ads.Single(a => a.SourceId == "2").VanishedAt));
        Assert.Equal([2, 2], site.ReadAds(db => db.Dumps.OrderBy(d => d.TakenAt).Select(d => d.Ads).ToList()));
        Assert.Equal(4, site.ReadAds(db => db.DumpLines.Count()));
        // The same reading again is no third one.
        await Import(site, one + "\n" + two, "premiere.json", taken: "2026-11-01T00:00:00Z");
        Assert.Equal(2, site.ReadAds(db => db.Dumps.Count()));
        // Nor is an ad back because an older file, or one of no date, had it; nor does an older text come back.
        await Import(site, two);
        Assert.NotNull(site.ReadAds(db => db.Ads.Single(a => a.SourceId == "2").VanishedAt));
        Assert.Equal(90, site.ReadAds(db => db.Ads.Single(a => a.SourceId == "1").SpendLow));
        // A newer reading has it: it is back.
        await Import(site, one + "\n" + two, "troisieme.json", taken: "2026-11-09T00:00:00Z");
        Assert.Null(site.ReadAds(db => db.Ads.Single(a => a.SourceId == "2").VanishedAt));
        Assert.Equal(100, site.ReadAds(db => db.Ads.Single(a => a.SourceId == "1").SpendLow));
    }

    static readonly List<string> Many = [.. Enumerable.Range(0, 450).Select(i => Line("n" + i, string.Join(' ', Enumerable.Range(0, 25).Select(k => $"mot{(i * 7919) + (k * 31)}"))))];

    static FileToImport Reading(string text, Func<byte[], Stream>? open = null, FileLimits? limits = null) => new()
    {
        Name = "lecture.json", Open = () => (open ?? (b => new MemoryStream(b)))(Encoding.UTF8.GetBytes(text)), Format = FileFormat.Own, Country = "FR", TakenAt = new(2026, 11, 8, 0, 0, 0, TimeSpan.Zero), Limits = limits ?? new(),
    };

    static async Task Run(SiteUnderTest site, FileToImport file)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.importer";
        await scope.ServiceProvider.GetRequiredService<AdImporting>().Run(file, null, Ct);
    }

    static int Gone(SiteUnderTest site) => site.ReadAds(db => db.Ads.Count(a => a.VanishedAt != null));

    [Theory, ClassData(typeof(Engines))]
    public async Task A_reading_that_is_stopped_or_cut_says_nothing_until_the_same_file_is_read_to_its_end(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        var whole = string.Join('\n', Many);
        await Import(site, whole, "premiere.json", taken: "2026-11-01T00:00:00Z");

        // Stopped in the middle: its hash was counted, then the file breaks.
        var opened = 0;
        await Assert.ThrowsAsync<IOException>(() => Run(site, Reading(whole + " ", b => opened++ == 0 ? new MemoryStream(b) : new Breaking(b, 128 * 1024))));
        Assert.Equal(1, site.ReadAds(db => db.Dumps.Count(d => d.CompletedAt == null)));
        Assert.InRange(site.ReadAds(db => db.DumpLines.Count()), 451, 899);
        Assert.Equal(0, Gone(site));
        var stranger = site.Visit();
        Assert.DoesNotContain("8 novembre 2026", (await stranger.Open("/annonces/bibliotheques")).Text, StringComparison.Ordinal);

        // Longer than what is read of a file: no more is said.
        await Run(site, Reading(whole + " ", limits: new() { MostBytes = 100_000 }));
        Assert.Equal(1, site.ReadAds(db => db.Dumps.Count(d => d.CompletedAt == null)));
        Assert.Equal(0, Gone(site));

        await Run(site, Reading(whole + " "));
        Assert.Equal([450, 450], site.ReadAds(db => db.Dumps.Where(d => d.CompletedAt != null).Select(d => d.Ads).ToList()));
        Assert.Equal(900, site.ReadAds(db => db.DumpLines.Count()));
        Assert.Equal(0, Gone(site));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_ad_that_could_not_be_read_has_not_left(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await Import(site, string.Join('\n', Line("1", Long), Line("2", Other), Line("3", "Trois")), "premiere.json", taken: "2026-11-01T00:00:00Z");
        // The second says an amount that is none: which ad it is is known.
        await Import(site, Line("1", Long) + "\n" + Line("2", Other, more: ",\"reach\":-4"), "seconde.json", taken: "2026-11-08T00:00:00Z");
        Assert.Equal(["3"], site.ReadAds(db => db.Ads.Where(a => a.VanishedAt != null).Select(a => a.SourceId).ToList()));
        // A line of which nothing is known may be any of them.
        await Import(site, "{\"id\":\"2\",\n" + Line("1", Long), "troisieme.json", taken: "2026-11-09T00:00:00Z");
        Assert.Equal(["3"], site.ReadAds(db => db.Ads.Where(a => a.VanishedAt != null).Select(a => a.SourceId).ToList()));
        Assert.Equal([0, 0, 1], site.ReadAds(db => db.Dumps.OrderBy(d => d.TakenAt).Select(d => d.Unread).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_imports_at_once_make_nothing_twice(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Task.Run(() => Import(site, string.Join('\n', Many.Skip(i % 2))), Ct)));
        Assert.Equal((450, 450, 3), site.ReadAds(db => ValueTuple.Create(db.Ads.Count(), db.Groups.Count(), db.Imports.Count())));
        Assert.All(site.ReadAds(db => db.Groups.Select(g => g.Ads).ToList()), n => Assert.Equal(1, n));
        Assert.Equal(450, site.ReadAds(db => db.Imports.Sum(i => i.Added)));
    }

    sealed class Breaking(byte[] bytes, int at) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position >= at ? throw new IOException("The line is cut.") : base.ReadAsync(buffer, cancellationToken);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_report_gives_the_total_of_its_day_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        const string report = "\uFEFFPage Name,Disclaimer,Amount Spent,Number of Ads in Library\nA,B,12,3\nC,These ads ran without a disclaimer,≤100,4\n";
        Assert.Equal((1, 0, 0, 0), Counts(await Import(site, report, "ReportFR2026-11-02.csv", FileFormat.Meta)));
        Assert.Equal((0, 0, 1, 0), Counts(await Import(site, report, "ReportFR2026-11-02.csv", FileFormat.Meta)));
        Assert.Equal((7, 2, 1), site.ReadAds(db => db.Announced.AsEnumerable().Select(t => (t.Ads, t.Advertisers, t.WithoutPayer)).Single()));
    }

    [Fact]
    public async Task Ads_of_a_file_find_groups_of_the_former_ones()
    {
        await using var site = await SiteUnderTest.Empty();
        var texts = Enumerable.Range(0, 450).Select(i => string.Join(' ', Enumerable.Range(0, 20).Select(k => $"mot{(i * 7919) + (k * 31)}"))).ToList();
        await Import(site, string.Join('\n', texts.Select((t, i) => Line("a" + i, t))));
        Assert.Equal(450, site.ReadAds(db => db.Groups.Count()));
        var second = await Import(site, string.Join('\n', texts.Select((t, i) => Line("b" + i, t + " !"))));
        Assert.Equal(450, second.Added);
        Assert.Equal(450, site.ReadAds(db => db.Groups.Count()));
        Assert.All(site.ReadAds(db => db.Groups.Select(g => g.Ads).ToList()), n => Assert.Equal(2, n));
    }
}
