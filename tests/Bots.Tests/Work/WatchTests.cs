using System.Net;
using System.Text;
using Beffroi.Cli.World;

namespace Beffroi.Bots.Tests.Work;

public sealed class WatchTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static readonly string Watch = $"/robots/veilles/{WorldBots.Watch}";

    [Fact]
    public async Task A_watch_opens_under_a_mandate_in_force_and_under_no_other()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        foreach (var mandate in new[] { WorldBots.PastMandate.ToString(), WorldBots.OtherMandate.ToString(), "n’importe quoi", "" })
        {
            await nadia.Open("/robots/veilles");
            await nadia.Post("/robots/veilles", ("Name", "Digue"), ("Mandate", mandate));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
            Assert.Equal("Digue", nadia.Page.QuerySelector("[name=Name]")!.GetAttribute("value"));
        }

        await nadia.Open("/robots/veilles");
        await nadia.Press("Ouvrir cette veille", ("Name", "Digue"), ("Mandate", WorldBots.Mandate.ToString()));
        Assert.Equal("Digue", nadia.Heading);
        Assert.Equal(ChatWorld.Ministry.Id, site.ReadBots(db => db.Watches.Single(w => w.Name == "Digue").OrganisationId));
    }

    [Theory]
    [InlineData("Account", "@Marie.Bsky.Social", "marie.bsky.social")]
    [InlineData("Account", "did:plc:abc123", "did:plc:abc123")]
    [InlineData("Hashtag", "#PortÉternel", "portéternel")]
    [InlineData("Words", "Digue vendue", "digue vendue")]
    [InlineData("Link", "www.Exemple.example/Page?utm_source=x", "https://exemple.example/Page")]
    [InlineData("Link", "youtube.com/watch?v=abcdefghijk", null)]
    public async Task Terms_of_each_kind_are_kept_as_they_are_compared(string kind, string value, string? key)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Watch);
        await nadia.Press("Ajouter ce terme", ("Kind", kind), ("Value", value));

        Assert.Equal(HttpStatusCode.OK, nadia.Status);
        var term = site.ReadBots(db => db.Terms.Single(t => t.WatchId == WorldBots.Watch && t.Value == value));
        Assert.Equal(key ?? Beffroi.Detection.CanonicalUrl.Of(value), term.Key);
    }

    [Theory]
    [InlineData("Words", "a")]
    [InlineData("Words", "le la")]
    [InlineData("Words", "merci")]
    [InlineData("Words", "!!!")]
    [InlineData("Words", "")]
    [InlineData("Hashtag", "#fr")]
    [InlineData("Hashtag", "#2026")]
    [InlineData("Hashtag", "deux mots")]
    [InlineData("Hashtag", "#news")]
    [InlineData("Account", "@a")]
    [InlineData("Account", "deux mots")]
    [InlineData("Link", "twitter.com")]
    [InlineData("Link", "https://www.youtube.com/")]
    [InlineData("Link", "com")]
    [InlineData("Link", "javascript:alert(1)")]
    [InlineData("Link", "http://127.0.0.1/page")]
    [InlineData("Nimporte", "portimaginaire2")]
    [InlineData("Hashtag", "#PortImaginaire")]
    public async Task Terms_that_say_nothing_are_too_wide_or_are_there_already_are_refused(string kind, string value)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var before = site.ReadBots(db => db.Terms.Count());
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Watch);
        await nadia.Post(Watch + "/termes", ("Kind", kind), ("Value", value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.NotEmpty(nadia.Mistakes);
        Assert.Equal(value, nadia.Page.QuerySelector("[name=Value]")!.GetAttribute("value") ?? "");
        Assert.Equal(before, site.ReadBots(db => db.Terms.Count()));
    }

    [Fact]
    public async Task A_term_removed_is_looked_for_no_more_and_stays_written()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Watch);
        await nadia.Press("Retirer port imaginaire");

        Assert.DoesNotContain("Mots qui se suivent", nadia.Page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SiteUnderTest.Start, site.ReadBots(db => db.Terms.Single(t => t.Value == "port imaginaire").RemovedAt));
    }

    [Fact]
    public async Task A_source_is_made_with_what_its_kind_needs_and_never_a_key()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        foreach (var (kind, field, value) in new[] { ("Mastodon", "Host", ""), ("Mastodon", "Host", "http://mastodon.example/"), ("Inbox", "Folder", "../secret"), ("X", "Budget", ""), ("Jetstream", "Budget", "-4"), ("9", "Host", "") })
        {
            await nadia.Open(Watch);
            await nadia.Post(Watch + "/sources", ("SourceKind", kind), ("SourceName", "Essai"), (field, value));
            Assert.True(nadia.Status == HttpStatusCode.UnprocessableEntity, $"{kind} {field} {value}");
            Assert.Equal("Essai", nadia.Page.QuerySelector("[name=SourceName]")!.GetAttribute("value"));
        }

        await nadia.Open(Watch);
        await nadia.Press("Ajouter cette source", ("SourceKind", "Mastodon"), ("SourceName", "Essai"), ("Host", "social.example"));
        var source = site.ReadBots(db => db.Sources.Single(s => s.Name == "Essai"));
        Assert.Equal("""{"host":"social.example"}""", source.Settings);
        Assert.Equal((false, SourceState.Stopped), (source.Wanted, source.State));
        await nadia.Press("Démarrer cette source");
        Assert.True(site.ReadBots(db => db.Sources.Single(s => s.Name == "Essai").Wanted));
        await nadia.Press("Arrêter cette source");
        Assert.False(site.ReadBots(db => db.Sources.Single(s => s.Name == "Essai").Wanted));
    }

    [Fact]
    public async Task A_file_sent_is_kept_until_it_is_read_and_the_source_asked_to_run()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"/robots/sources/{WorldBots.Upload}");
        await nadia.Post($"/robots/sources/{WorldBots.Upload}/fichier", ("File", ""));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        var bytes = Encoding.UTF8.GetBytes("{}\n");
        await nadia.Open($"/robots/sources/{WorldBots.Upload}");
        var token = nadia.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "File", "../../archive.jsonl" } };
        var sent = await nadia.Http.PostAsync(new Uri($"/robots/sources/{WorldBots.Upload}/fichier", UriKind.Relative), form, Ct);

        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);
        Assert.Equal(bytes, site.ReadBots(db => db.Uploads.Single(u => u.SourceId == WorldBots.Upload).Bytes));
        var source = site.ReadBots(db => db.Sources.Single(s => s.Id == WorldBots.Upload));
        Assert.Equal((true, SourceState.Stopped), (source.Wanted, source.State));
        // No file can be sent to a source that reads a network.
        using var again = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "File", "a.jsonl" } };
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Http.PostAsync(new Uri($"/robots/sources/{WorldBots.Jetstream}/fichier", UriKind.Relative), again, Ct)).StatusCode);
    }

    [Fact]
    public async Task A_watch_closed_stops_its_sources()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.PlantBots(Ct);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"/robots/sources/{WorldBots.Jetstream}");
        await nadia.Press("Démarrer cette source");
        await nadia.Open(Watch);
        await nadia.Press("Fermer cette veille");

        Assert.Contains("Veille fermée", nadia.Text, StringComparison.Ordinal);
        Assert.False(site.ReadBots(db => db.Sources.Any(s => s.WatchId == WorldBots.Watch && s.Wanted)));
    }
}
