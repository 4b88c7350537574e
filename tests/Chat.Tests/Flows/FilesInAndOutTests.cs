using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>Cases leave as files within their marking, and come in without speaking for anybody (C14, C17).</summary>
public sealed class FilesInAndOutTests
{
    static readonly JsonSerializerOptions Deep = new(CaseJson.Options) { MaxDepth = 64 };

    [Theory, ClassData(typeof(Engines))]
    public async Task A_case_leaves_in_each_form_and_the_case_and_the_sources_know(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, _) = await Shared(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        foreach (var (format, begins) in new[] { ("Markdown", "**TLP:AMBER**"), ("Json", "{"), ("Stix", "{\"type\":\"bundle\"") })
        {
            await nadia.Open($"{Addresses.Export(Lang.French, id)}?Format={format}&For={ChatWorld.Observatory.Id}");
            Assert.Equal(HttpStatusCode.OK, nadia.Status);
            await nadia.Press("Télécharger le fichier");
            var bytes = await nadia.Response.Content.ReadAsByteArrayAsync(Ct);
            Assert.StartsWith(begins, Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
            var noted = (await site.ViewOf(id, ChatWorld.Hugo))!.State.Exports[^1].Fact;
            Assert.Equal((format.ToLowerInvariant(), ChatWorld.Observatory.Name, Convert.ToHexStringLower(SHA256.HashData(bytes))), (noted.Format, noted.For, noted.Sha256));
        }

        var known = site.ReadChat(db => db.Readings.Where(r => r.Act == ReadingAct.Exported).ToList());
        Assert.Equal(3, known.Count);
        Assert.All(known, r => Assert.Equal((site.IdOf(ChatWorld.Nadia), ChatWorld.Observatory.Id), (r.AccountId, r.OwnerOrganisationId!.Value)));
    }

    [Fact]
    public async Task What_may_not_go_is_told_first_and_is_in_no_file_and_a_case_that_may_not_go_does_not()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, _) = await Shared(site);
        await site.Add(id, ChatWorld.Nadia, new() { Tlp = Tlp.Red, Audience = Audience.OfPeople(site.IdOf(ChatWorld.Nadia)) }, new SectionWritten { Section = Section.Effect, Text = "Pour Nadia seule" });
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"{Addresses.Export(Lang.English, id)}?Format=Markdown&For={ChatWorld.Observatory.Id}");
        Assert.Contains("1 items may not go that far and are not in the file: 1 TLP:RED", nadia.Text, StringComparison.Ordinal);
        await nadia.Press("Download the file");
        Assert.DoesNotContain("Pour Nadia seule", await nadia.Response.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);

        await nadia.Open($"{Addresses.Export(Lang.French, id)}?Format=Json&For=Community");
        Assert.Contains(nadia.Mistakes, m => m.Contains("TLP:AMBER", StringComparison.Ordinal));
        await nadia.Post(Addresses.Export(Lang.French, id), ("Format", "Json"), ("For", "World"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Single((await site.ViewOf(id, ChatWorld.Nadia))!.State.Exports);
    }

    [Theory, InlineData("Json"), InlineData("Stix")]
    public async Task A_case_that_comes_back_to_another_site_has_all_its_lines_and_twice_adds_nothing(string format)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, _) = await Shared(site);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"{Addresses.Export(Lang.French, id)}?Format={format}&For=Oneself");
        await nadia.Press("Télécharger le fichier");
        var file = await nadia.Response.Content.ReadAsByteArrayAsync(Ct);

        await using var other = await SiteUnderTest.WithWorld();
        var samira = await other.SignIn(ChatWorld.Samira);
        await samira.Open(Addresses.Import(Lang.French));
        await samira.Upload("File", "dossier.json", file, ("Tlp", nameof(Tlp.Amber)));
        Assert.Empty(samira.Mistakes);
        var (before, after) = ((await site.ViewOf(id, ChatWorld.Nadia))!, (await other.ViewOf(id, ChatWorld.Samira))!);
        var left = before.Events.Where(e => e.Fact is not CaseExported).ToList();
        // Facts, names and clocks as they were; and the file itself, kept as evidence.
        Assert.Equal(left.Select(e => (e.Id, CaseJson.Write(e.Fact), e.HappenedAt, e.Knew)), after.Events.Take(left.Count).Select(e => (e.Id, CaseJson.Write(e.Fact), e.HappenedAt, e.Knew)));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), ((EvidenceKept)after.Events[left.Count].Fact).Sha256);
        Assert.Equal(file, other.ReadChat(db => db.Blobs.Single()).Bytes);
        Assert.Contains("sont reprises en votre nom", samira.Text, StringComparison.Ordinal);
        Assert.All(after.Events, e => Assert.Equal(ChatWorld.Laboratory.Id, e.Author.Organisation));
        Assert.Null(await other.ViewOf(id, ChatWorld.Hugo));

        await samira.Upload("File", "dossier.json", file, ("Tlp", nameof(Tlp.Amber)));
        Assert.Contains("déjà là", samira.Text, StringComparison.Ordinal);
        Assert.Equal(after.Events.Count, (await other.ViewOf(id, ChatWorld.Samira))!.Events.Count);
    }

    [Fact]
    public async Task A_file_shares_with_nobody_and_makes_nobody_of_the_site_speak()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = Guid.NewGuid();
        var (hugo, opening) = (new Author { Person = site.IdOf(ChatWorld.Hugo), Organisation = ChatWorld.Observatory.Id }, Guid.NewGuid());
        CaseEvent[] lines =
        [
            Line(1, opening, new CaseOpened { Title = "Forgé" }, hugo, new() { Tlp = Tlp.Green, Audience = Audience.Community }),
            Line(2, Guid.NewGuid(), GivenCases.Yes(Convention.Foreign), hugo, new() { Tlp = Tlp.Green }),
            Line(3, Guid.NewGuid(), new MarkingChanged { Target = opening, To = new() { Tlp = Tlp.Clear, Audience = Audience.World }, Why = "Pour tous" }, hugo, new() { Tlp = Tlp.Green }),
        ];
        var file = JsonSerializer.SerializeToUtf8Bytes(new { format = "beffroi-case", version = 1, caseId = id, tlp = Tlp.Green, events = lines }, Deep);
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open(Addresses.Import(Lang.English));
        await samira.Upload("File", "forged.json", file, ("Tlp", nameof(Tlp.Amber)));

        Assert.Empty(samira.Mistakes);
        var view = (await site.ViewOf(id, ChatWorld.Samira))!;
        Assert.All(view.Events, e => Assert.Equal(site.IdOf(ChatWorld.Samira), e.Author.Person));
        Assert.Null(await site.ViewOf(id, ChatWorld.Hugo));
        Assert.Null(await site.ViewOf(id, ChatWorld.Nadia));

        CaseEvent Line(int number, Guid line, CaseFact fact, Author author, Marked marking) =>
            new() { Id = line, CaseId = id, Number = number, At = SiteUnderTest.Start, Author = author, Marking = marking, Fact = fact };
    }

    [Fact]
    public async Task A_bundle_of_another_program_becomes_a_case_and_what_was_not_understood_is_told()
    {
        await using var site = await SiteUnderTest.WithWorld();
        const string Bundle = """
            {"type":"bundle","id":"bundle--11111111-1111-4111-8111-111111111111","objects":[
              {"type":"report","spec_version":"2.1","id":"report--44444444-4444-4444-8444-444444444444","created":"2026-03-01T10:00:00Z","modified":"2026-03-02T10:00:00Z","name":"Campagne d’ailleurs","published":"2026-03-01T12:00:00.000Z","object_refs":["url--55555555-5555-5555-8555-555555555555"]},
              {"type":"url","spec_version":"2.1","id":"url--55555555-5555-5555-8555-555555555555","value":"https://www.example.org/faux"},
              {"type":"ipv4-addr","spec_version":"2.1","id":"ipv4-addr--99999999-9999-5999-8999-999999999999","value":"192.0.2.7"}]}
            """;
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Import(Lang.French));
        await hugo.Upload("File", "bundle.json", Encoding.UTF8.GetBytes(Bundle), ("Tlp", nameof(Tlp.AmberStrict)));

        Assert.Empty(hugo.Mistakes);
        var id = site.ReadChat(db => db.Cases.Single()).Id;
        var view = (await site.ViewOf(id, ChatWorld.Paul))!;
        Assert.Equal(("Campagne d’ailleurs", Tlp.AmberStrict), (view.State.Title, view.State.Marking!.Tlp));
        Assert.Contains(view.State.Observables, o => o.Fact.Observable.Value.Contains("example.org/faux", StringComparison.Ordinal));
        Assert.Contains("ipv4-addr", hugo.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Choisissez un fichier")]
    [InlineData("pas du JSON", "Ce n’est pas du JSON")]
    [InlineData("{\"format\":\"beffroi-case\",\"version\":99}", "version plus récente")]
    [InlineData("{\"type\":\"bundle\",\"objects\":[]}", "vide")]
    [InlineData("[1,2]", "STIX")]
    public async Task What_is_no_case_is_refused_with_a_sentence(string text, string why)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Import(Lang.French));
        await hugo.Upload("File", "x.json", Encoding.UTF8.GetBytes(text), ("Tlp", nameof(Tlp.Amber)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains(hugo.Mistakes, m => m.Contains(why, StringComparison.Ordinal));
        Assert.Empty(site.ReadChat(db => db.Cases.ToList()));
    }

    [Fact]
    public async Task A_file_of_more_than_ten_mebibytes_is_not_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open(Addresses.Import(Lang.French));
        await samira.Upload("File", "dossier.json", System.Text.Encoding.ASCII.GetBytes("{\"format\":" + new string(' ', 10 * 1024 * 1024) + "1}"), ("Tlp", nameof(Tlp.Amber)));
        Assert.Contains(samira.Mistakes, m => m.Contains("dépasse 10", StringComparison.Ordinal));
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    static async Task<(Guid Id, IReadOnlyList<Guid> Lines)> Shared(SiteUnderTest site)
    {
        var given = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory),
            GivenCases.Yes(Convention.Massive), GivenCases.Account("compte1"), new TimelineNoted { Text = "Première vidéo" });
        await site.Add(given.Id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, new ArgumentMade { Stance = Stance.For, Text = "La source est connue." });
        return given;
    }
}
