using Beffroi.Chat.Live;

namespace Beffroi.Chat.Tests.Live;

/// <summary>What is said in a room at TLP:AMBER is heard whole, by those who may enter it, and each who hears it is noted.</summary>
public sealed class HeardReadsTests
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Theory, ClassData(typeof(Engines))]
    public async Task Listeners_of_a_restricted_room_hear_what_is_said_and_are_noted_even_if_they_leave_at_once(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine);
        var (nadia, hugo, paul) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Hugo), await site.Enter(ChatWorld.Paul));
        await using var writer = await nadia.Listen(ChatWorld.PrivateRoom);
        await using var stays = await hugo.Listen(ChatWorld.PrivateRoom);
        var leaves = await paul.Listen(ChatWorld.PrivateRoom, language: "en");
        var said = await writer.Post("**Entre nous**, et pour personne d’autre");

        await leaves.Hears(news => news is Posted posted && posted.Id == said.Id);
        await leaves.DisposeAsync();
        await stays.Hears(news => news is Posted posted && posted.Id == said.Id);
        foreach (var listener in new[] { stays, leaves })
        {
            var heard = listener.Heard.OfType<Posted>().Single(p => p.Id == said.Id);
            Assert.Contains("<strong>Entre nous</strong>", heard.Html, StringComparison.Ordinal);
            Assert.Contains(ChatWorld.Nadia, heard.Html, StringComparison.Ordinal);
        }

        var readers = await Readers(site, said.Id!.Value, 2);
        Assert.Equal(new[] { site.Data.IdOf(ChatWorld.Hugo), site.Data.IdOf(ChatWorld.Paul) }.Order(), readers.Select(r => r.AccountId).Order());
        Assert.All(readers, r => Assert.Equal((ReadingAct.Read, site.Data.IdOf(ChatWorld.Nadia), ChatWorld.Ministry.Id), (r.Act, r.OwnerId!.Value, r.OwnerOrganisationId!.Value)));

        // Asked for afterwards, it is not noted twice.
        await stays.CatchUp(0);
        Assert.Equal(2, (await Readers(site, said.Id!.Value, 2)).Count);
    }

    [Fact]
    public async Task Nobody_is_noted_for_what_everybody_may_read_nor_for_what_was_said_before_they_came()
    {
        await using var site = await LiveSite.Start();
        var (nadia, hugo) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Hugo));
        await using var writer = await nadia.Listen(ChatWorld.PrivateRoom);
        var before = await writer.Post("Avant");
        await Task.Delay(TimeSpan.FromSeconds(6), TestContext.Current.CancellationToken);
        await using var late = await hugo.Listen(ChatWorld.PrivateRoom);
        await using var channel = await hugo.Listen(ChatWorld.Channel(ChannelPhase.Detection));
        await using var speaker = await nadia.Listen(ChatWorld.Channel(ChannelPhase.Detection));
        var open = await speaker.Post("Pour tous");
        var after = await writer.Post("Après");

        Assert.Equal(site.Data.IdOf(ChatWorld.Hugo), Assert.Single(await Readers(site, after.Id!.Value, 1)).AccountId);
        Assert.Empty(site.Data.ReadChat(db => db.Readings.Where(r => r.ItemId == before.Id || r.ItemId == open.Id).ToList()));
    }

    static async Task<IReadOnlyList<ReadingLine>> Readers(LiveSite site, Guid message, int count)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var noted = site.Data.ReadChat(db => db.Readings.Where(r => r.ItemId == message).ToList());
            if (noted.Count >= count || waited.Elapsed > Patience)
            {
                return noted;
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
