using System.Net;
using System.Security.Cryptography;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.CaseFiles;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Evidence: its print at arrival, its chain, its twins, and the sealed file (table 5.1).</summary>
public sealed class EvidencePagesTests
{
    static readonly byte[] Picture = Evidence.Pictures.Bytes("a-444-progressive.jpg"), Alike = Evidence.Pictures.Bytes("a-420.jpg");

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_is_kept_as_it_came_with_its_print_and_its_chain(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/preuves"));

        await hugo.Upload("File", "capture.jpg", Picture, ("SourceUrl", "https://leurre.example/a"), ("HappenedAt", "2026-11-22T18:30"));

        var sha = Convert.ToHexStringLower(SHA256.HashData(Picture));
        Assert.Equal("capture.jpg", hugo.Heading);
        Assert.Contains(sha, hugo.Text, StringComparison.Ordinal);
        Assert.Contains("22 novembre 2026", hugo.Text, StringComparison.Ordinal);
        var page = hugo.Address;
        await hugo.Press("Ajouter", ("Handling", nameof(Handling.HandedOver)), ("Note", "Remise au parquet"));
        Assert.Equal(2, hugo.Page.QuerySelectorAll(".case-custody > li").Length);

        await hugo.Open(page + "/fichier");
        Assert.Equal(Picture, await hugo.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("attachment", hugo.Response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", hugo.Response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Contains("sandbox", hugo.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(1, site.ReadChat(db => db.Files.Count(f => f.CaseId == id && f.Sha256 == sha && f.EventId != null)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_print_is_no_key_to_the_file_of_another_case(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var theirs = await site.CaseOf(new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(ChatWorld.Ministry.Id) }, ChatWorld.Nadia);
        var nadia = await (await site.SignIn(ChatWorld.Nadia)).At(CaseStory.Of(theirs, "/preuves"));
        await nadia.Upload("File", "secret.jpg", Picture);
        var ours = await site.CaseOf();
        var claimed = Flows.GivenCases.Evidence("secret.jpg") with { Sha256 = Convert.ToHexStringLower(SHA256.HashData(Picture)) };
        var line = (await Flows.GivenCases.Add(site, ours, ChatWorld.Hugo, CaseStory.Two, claimed))[0];

        var hugo = await site.SignIn(ChatWorld.Hugo);

        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(CaseStory.Of(ours, $"/preuves/{line}/fichier"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await nadia.Open(nadia.Address + "/fichier")).Status);
    }

    [Fact]
    public async Task What_is_no_file_that_we_keep_is_told_and_keeps_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = await site.CaseOf();
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/preuves"));

        await hugo.Upload("File", "page.html", "<script>alert(1)</script>"u8.ToArray(), ("Method", "à la main"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal("à la main", hugo.Page.QuerySelector("input[name=Method]")!.GetAttribute("value"));
        await hugo.Upload("File", "vide.txt", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal((1, 0), site.ReadChat(db => ValueTuple.Create(db.CaseLines.Count(), db.Blobs.Count())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_picture_or_one_that_looks_the_same_shows_where_one_may_read_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (first, second, hidden) = (await site.CaseOf(title: "Premier"), await site.CaseOf(title: "Second"), await site.CaseOf(new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(ChatWorld.Ministry.Id) }, ChatWorld.Camille, "Caché"));
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await (await hugo.At(CaseStory.Of(first, "/preuves"))).Upload("File", "une.jpg", Picture);
        await (await camille.At(CaseStory.Of(hidden, "/preuves"))).Upload("File", "trois.jpg", Picture);

        await (await hugo.At(CaseStory.Of(second, "/preuves"))).Upload("File", "deux.jpg", Alike);

        Assert.Contains("Premier", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("une image qui lui ressemble", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Caché", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("trois.jpg", hugo.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_sealed_file_holds_what_may_go_is_found_whole_and_its_leaving_is_written(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await (await hugo.At(CaseStory.Of(id, "/preuves"))).Upload("File", "capture.jpg", Picture);
        await (await hugo.At(CaseStory.Of(id, "/preuves"))).Upload("File", "secrete.jpg", Alike, ("Marking", "own"));

        await (await hugo.At(CaseStory.Of(id, "/preuves/dossier-scelle"))).Press("Faire le fichier", ("To", "community"), ("For", "Pour les pairs"));

        var file = await hugo.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var report = CaseFileCheck.Check(file);
        Assert.Empty(report.Faults);
        Assert.Equal(["capture.jpg"], report.Manifest!.Evidence.Select(e => e.Name));
        Assert.Equal(2, report.Manifest.Evidence[0].Links);
        file[file.Length / 2] ^= 1;
        Assert.NotEmpty(CaseFileCheck.Check(file).Faults);
        var exported = site.ReadChat(db => db.CaseLines.OrderBy(l => l.Number).Select(l => l.Content).ToList()).Select(CaseJson.Read<CaseEvent>).Last().Fact;
        Assert.Equal("Pour les pairs", Assert.IsType<CaseExported>(exported).For);
    }
}
