using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.People;

public sealed class WorldTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task The_named_world_has_its_channels_and_each_person_reads_what_is_for_them(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);

        Assert.Equal(7, Messages(site, ChatWorld.Camille).Rooms);
        Assert.Equal(5, Messages(site, ChatWorld.Camille).Messages);
        Assert.Equal(4, Messages(site, ChatWorld.Hugo).Messages);
        Assert.Equal((6, 3), Messages(site, ChatWorld.Samira));
        Assert.Equal((0, 0), Messages(site, ChatWorld.Rose));
    }

    static (int Rooms, int Messages) Messages(SiteUnderTest site, string name)
    {
        var reader = site.ReaderOf(name);
        return site.ReadChat(db => (new Scopes(db).RoomsOf(reader).Count(), new Scopes(db).MessagesOf(reader).Count()));
    }
}
