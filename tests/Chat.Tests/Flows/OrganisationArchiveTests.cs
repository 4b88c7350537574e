using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Tests.CasePages;
using Beffroi.Chat.Tests.Rooms;
using Beffroi.Cli;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Tests.Flows;

/// <summary>All that is of one organisation leaves in one file, by the page of its referent and by the command.</summary>
public sealed class OrganisationArchiveTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_referent_takes_away_all_that_is_of_the_organisation_and_others_do_not(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var given = await Furnish(site);
        var (camille, nadia) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Nadia));
        Assert.Equal(HttpStatusCode.Forbidden, (await nadia.Open(Addresses.Archive(Lang.French))).Status);
        await nadia.Open(Addresses.Home(Lang.French));
        Assert.Equal(HttpStatusCode.Forbidden, (await nadia.Post(Addresses.Archive(Lang.French))).Status);
        await camille.Open(Addresses.Archive(Lang.French));
        await camille.Press("Télécharger tout");

        var files = Files(await camille.Response.Content.ReadAsByteArrayAsync(Ct));
        Check(files, given);
        Assert.DoesNotContain("Pour Nadia seule", files["messages.jsonl"], StringComparison.Ordinal);
        Assert.DoesNotContain("De l’observatoire seul", string.Concat(files.Values), StringComparison.Ordinal);
        // Those who shared something restricted see that it was taken away; what is one's own is nobody's reading.
        var taken = site.ReadChat(db => db.Readings.Where(r => r.Act == ReadingAct.Exported).ToList());
        Assert.All(taken, r => Assert.Equal((site.IdOf(ChatWorld.Camille), ChatWorld.Observatory.Id), (r.AccountId, r.OwnerOrganisationId!.Value)));
        Assert.Contains(taken, r => r.CaseId == given.Case);
        Assert.Contains(taken, r => r.ItemId == given.Theirs);
    }

    [Fact]
    public async Task The_command_writes_the_same_for_who_keeps_the_site()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var given = await Furnish(site);
        var folder = Directory.CreateTempSubdirectory("beffroi-archive-");
        try
        {
            var kept = Path.Combine(folder.FullName, "beffroi.db");
            await site.Write<ChatDb>(db => db.Database.ExecuteSql($"VACUUM INTO {kept}"));
            var path = Path.Combine(folder.FullName, "tout.zip");
            Assert.Equal(0, await Run("chat", "export", "--data", folder.FullName, "--organisation", ChatWorld.Ministry.Name, path));

            var files = Files(await File.ReadAllBytesAsync(path, Ct));
            Check(files, given);
            Assert.DoesNotContain("Pour Nadia seule", files["messages.jsonl"], StringComparison.Ordinal);
            Assert.Equal(2, await Run("chat", "export", "--data", folder.FullName, "--organisation", "Personne", path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static void Check(Dictionary<string, string> files, Given given)
    {
        var manifest = JsonNode.Parse(files["manifest.json"])!["files"]!.AsArray();
        Assert.Equal(files.Keys.Where(k => k != "manifest.json").Order(StringComparer.Ordinal), manifest.Select(f => (string)f!["name"]!).Order(StringComparer.Ordinal));
        Assert.All(manifest, f => Assert.Equal((string)f!["sha256"]!, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files[(string)f["name"]!])))));
        Assert.Equal(ChatWorld.Ministry.Name, (string)JsonNode.Parse(files["organisation.json"])!["name"]!);
        Assert.Equal(new[] { ChatWorld.Camille, ChatWorld.Nadia }.Order(StringComparer.Ordinal), JsonNode.Parse(files["members.json"])!.AsArray().Select(m => (string)m!["name"]!).Order(StringComparer.Ordinal));
        Assert.Single(JsonNode.Parse(files["criteria.json"])!.AsArray());
        // What its people said, and all that was said in the room that Camille opened: not what others say elsewhere.
        Assert.Contains("Nos services confirment", files["messages.jsonl"], StringComparison.Ordinal);
        Assert.Contains("Trois cents comptes", files["messages.jsonl"], StringComparison.Ordinal);
        Assert.DoesNotContain("L’image date de 2019", files["messages.jsonl"], StringComparison.Ordinal);
        Assert.Contains(ChatWorld.PrivateRoom.ToString(), files["rooms.json"], StringComparison.Ordinal);
        Assert.Equal("Une note", files.Single(f => f.Key.EndsWith("/note.txt", StringComparison.Ordinal)).Value);
        Assert.NotNull(CaseFile.Read(Encoding.UTF8.GetBytes(files[$"cases/{given.Case}.json"]), out _));
        Assert.Contains("Port fermé", files[$"cases/{given.Case}.md"], StringComparison.Ordinal);
        Assert.StartsWith("{\"type\":\"bundle\"", files[$"cases/{given.Case}.stix.json"], StringComparison.Ordinal);
        Assert.Contains(ChatWorld.Hugo, files["readings.jsonl"], StringComparison.Ordinal);
    }

    sealed record Given(Guid Case, Guid Theirs);

    static async Task<Given> Furnish(SiteUnderTest site)
    {
        var (own, _) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory), GivenCases.Yes(Convention.Massive));
        await site.Add(own, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, new ArgumentMade { Stance = Stance.For, Text = "La source est connue." });
        await site.Open(ChatWorld.Hugo, "De l’observatoire seul", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory));
        await site.Write<ChatDb>(db => db.Add(new OwnCriteria { OrganisationId = ChatWorld.Ministry.Id, Version = 1, Content = CaseJson.Write(Convention.Five), At = SiteUnderTest.Start, By = site.IdOf(ChatWorld.Camille) }));
        var (nadia, hugo) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo));
        await (await nadia.At(CaseStory.Of(own, "/preuves"))).Upload("File", "note.txt", "Une note"u8.ToArray());
        await nadia.Say(RoomVisits.Detection, "Pour Nadia seule", ("Who", Narrower.Red), ("People", site.IdOf(ChatWorld.Nadia).ToString()));
        await hugo.At(CaseStory.Of(own));
        return new(own, Beffroi.Cli.World.WorldChat.PrivateWord);
    }

    static async Task<int> Run(params string[] arguments)
    {
        var terminal = new Terminal { Input = Stream.Null, Output = TextWriter.Null, Error = TextWriter.Null, Variable = _ => null, Clock = TimeProvider.System };
        return await CommandLine.Run(arguments, terminal, Ct);
    }

    static Dictionary<string, string> Files(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var reader = new StreamReader(e.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }, StringComparer.Ordinal);
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;
}
