using System.Net;
using System.Security.Cryptography;
using Beffroi.Chat.Tests.Evidence;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Rooms;

public sealed class RoomFilesTests
{
    static readonly byte[] Png = Pictures.Bytes("a-small.png");

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_is_kept_as_it_came_and_served_behind_a_wall(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Samira));
        var file = await Upload(site, nadia, RoomVisits.Detection, "capture d’écran.PNG", Png);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Png)), file.Sha256);
        await samira.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Equal(Addresses.Preview(file.Id), samira.Page.QuerySelector(".chat-picture")!.GetAttribute("src"));
        foreach (var (address, disposition) in new[] { (Addresses.File(file.Id), "attachment"), (Addresses.Preview(file.Id), null) })
        {
            using var answer = await samira.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(Png, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal("image/png", answer.Content.Headers.ContentType!.ToString());
            Assert.Equal(disposition, answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("default-src 'none'; sandbox", answer.Headers.GetValues("Content-Security-Policy").Single());
            Assert.Contains("private", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("dessin.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "scripts sont refusés")]
    [InlineData("vide.png", "", "vide")]
    [InlineData("programme.exe", "MZ\u0001\u0002", "pas accepté")]
    public async Task A_file_that_may_act_is_refused_and_the_text_comes_back(string name, string content, string told)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        await nadia.Upload("Files", name, System.Text.Encoding.UTF8.GetBytes(content), ("Text", "Avec un fichier"), ("Id", Guid.NewGuid().ToString()));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Contains(nadia.Mistakes, m => m.Contains(told, StringComparison.Ordinal));
        Assert.Equal("Avec un fichier", nadia.Page.QuerySelector("textarea[name=Text]")!.TextContent);
        Assert.Equal(0, site.ReadChat(db => db.Files.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_is_for_those_who_read_its_message_and_gone_with_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, hugo, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        var file = await Upload(site, nadia, RoomVisits.Private, "liste.csv", "compte;jour\na;1\n"u8.ToArray());
        string[] addresses = [Addresses.File(file.Id), Addresses.Preview(file.Id)];

        Assert.All(await Task.WhenAll(addresses.Select(a => Status(samira, a))), s => Assert.Equal(HttpStatusCode.NotFound, s));
        Assert.Equal(HttpStatusCode.OK, await Status(hugo, Addresses.File(file.Id)));
        // What is no picture has no preview.
        Assert.Equal(HttpStatusCode.NotFound, await Status(hugo, Addresses.Preview(file.Id)));
        var line = Assert.Single(site.ReadChat(db => db.Readings.Where(r => r.ItemId == file.Id).ToList()));
        Assert.Equal((ReadingAct.Downloaded, site.IdOf(ChatWorld.Hugo), Organisations.Ministry.Id), (line.Act, line.AccountId, line.OwnerOrganisationId));

        await nadia.Open(Addresses.Remove(Lang.French, RoomVisits.Private, file.MessageId!.Value));
        await nadia.Press("Retirer ce message");
        Assert.Equal(HttpStatusCode.NotFound, await Status(hugo, Addresses.File(file.Id)));
    }

    static async Task<StoredFile> Upload(SiteUnderTest site, Visitor visitor, Guid room, string name, byte[] bytes)
    {
        await visitor.Open(RoomVisits.At(room));
        await visitor.Upload("Files", name, bytes, ("Text", "Avec un fichier"), ("Id", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        return site.ReadChat(db => db.Files.Single());
    }

    static async Task<HttpStatusCode> Status(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
