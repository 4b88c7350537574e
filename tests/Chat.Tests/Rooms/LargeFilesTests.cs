using System.Net;
using System.Security.Cryptography;
using System.Text;
using Beffroi.Cli.World;
using Beffroi.Chat.Notifying;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Rooms;

/// <summary>A large file is kept and given in parts.</summary>
public sealed class LargeFilesTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task A_large_file_is_kept_in_parts_and_comes_back_as_it_came(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        // Two mebibytes and a little: three parts, the last one short.
        var file = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 90_000).Select(i => $"compte{i:D9};heure;mot\n")));
        Assert.InRange(file.Length, (2 * 1024 * 1024) + 1, (3 * 1024 * 1024) - 1);
        for (var twice = 0; twice < 2; twice++)
        {
            await nadia.Open(RoomVisits.At(RoomVisits.Detection));
            await nadia.Upload("Files", "comptes.csv", file, ("Text", "La liste"), ("Id", Guid.NewGuid().ToString()));
            Assert.Equal(HttpStatusCode.OK, nadia.Status);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(file));
        Assert.Equal([(0, 1048576), (1, 1048576), (2, file.Length - 2097152)], site.ReadChat(db => db.Blobs.Where(b => b.Sha256 == sha256).OrderBy(b => b.Number).ToList()).ConvertAll(b => (b.Number, b.Bytes.Length)));
        var id = site.ReadChat(db => db.Files.First(f => f.Sha256 == sha256).Id);
        using var answer = await nadia.Http.GetAsync(new Uri(Addresses.File(id), UriKind.Relative), Ct);
        Assert.Equal(file, await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(file.Length, answer.Content.Headers.ContentLength);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Bytes_of_a_message_that_was_refused_are_erased_the_day_after(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        await nadia.Upload("Files", "gardé.csv", "a;b\n1;2\n"u8.ToArray(), ("Text", "La liste"), ("Id", Guid.NewGuid().ToString()));
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        await nadia.Upload("Files", "perdu.csv", "a;b\n3;4\n"u8.ToArray(), ("Text", new string('x', Message.TextMaxLength + 1)), ("Id", Guid.NewGuid().ToString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        await Forget(site);
        Assert.Equal(2, site.ReadChat(db => db.Blobs.Count()));

        site.Clock.Advance(TimeSpan.FromDays(2));
        await Forget(site);
        Assert.Equal(site.ReadChat(db => db.Files.Single().Sha256), site.ReadChat(db => db.Blobs.Single().Sha256));
    }

    static async Task Forget(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<Forgetting>().Run(Ct);
    }
}
