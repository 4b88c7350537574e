using Beffroi.Chat.Live;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Tests.Live;

/// <summary>Nothing lost, nothing twice, nothing out of its place.</summary>
public sealed class OrderTests
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";
    static readonly (string, string)[] NoLimit = [("Chat:Live:PostBurst", "1000000"), ("Chat:Live:CallBurst", "1000000")];
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Those_who_listen_hear_each_message_once_in_its_place_while_many_write_at_once(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine, NoLimit);
        var (samira, nadia, hugo) = (await site.Enter(ChatWorld.Samira), await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Hugo));
        await using var listener = await samira.Listen(Room);
        await using var english = await samira.Listen(Room, language: "en");
        var known = site.Data.ReadChat(db => db.Messages.Select(m => m.Id).ToHashSet());
        var (writers, each) = Long ? (20, 100) : (6, 12);
        var lines = new List<Listener>();
        for (var i = 0; i < writers; i++)
        {
            lines.Add(await (i % 2 == 0 ? nadia : hugo).Listen(Room));
        }

        var answers = await Task.WhenAll(lines.Select(async (line, w) =>
        {
            var own = new List<PostAnswer>();
            for (var i = 0; i < each; i++)
            {
                own.Add(await line.Post($"{w} dit {i}"));
            }

            return own;
        }));

        var kept = site.Data.ReadChat(db => db.Messages.AsNoTracking().Where(m => m.RoomId == Room).OrderBy(m => m.Place).ToList()).Where(m => !known.Contains(m.Id)).ToList();
        Assert.Equal(writers * each, kept.Count);
        foreach (var page in lines.Append(listener).Append(english))
        {
            await page.Until(shown => shown.Count >= kept.Count);
            Assert.Equal(kept.Select(m => m.Id), page.Shown);
            var heard = page.Heard.OfType<Posted>().ToList();
            Assert.Equal(kept.Select(m => m.Place), heard.Select(p => p.Place));
            Assert.Equal(heard.SkipLast(1).Select(p => p.Place), heard.Skip(1).Select(p => p.Before));
        }

        // What one person writes stays in the order in which they wrote it, and each answer says where.
        Assert.All(answers, own => Assert.Equal(own.Select(a => a.Place).Order(), own.Select(a => a.Place)));
        Assert.Equal(kept.Select(m => (m.Id, (long?)m.Place)), answers.SelectMany(a => a).OrderBy(a => a.Place).Select(a => (a.Id!.Value, a.Place)));
        foreach (var line in lines)
        {
            await line.DisposeAsync();
        }
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Whoever_comes_back_is_given_what_they_missed_and_may_read_in_order_and_nothing_else(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine, NoLimit);
        var (nadia, samira) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Samira));
        await using var writer = await nadia.Listen(Room);
        var listener = await samira.Listen(Room);
        await writer.Post("Avant");
        await listener.Until(shown => shown.Count == 1);
        var last = listener.Heard.OfType<Posted>().Single().Place;
        await listener.DisposeAsync();

        // More than two pages, a third of it for the ministry alone.
        var missed = 2 * LiveHub.PageSize + 23;
        for (var i = 0; i < missed; i++)
        {
            var answer = await writer.Post($"Pendant {i}", form: i % 3 == 1 ? new() { Who = Narrower.OwnOrganisation } : null);
            Assert.Empty(answer.Faults);
        }

        await using var back = await samira.Listen(Room);
        var given = await back.CatchUp(last);

        var expected = site.Data.ReadChat(db => db.Messages.AsNoTracking().Where(m => m.RoomId == Room && m.Place > last).ToList()).Where(m => m.ScopeId is null).OrderBy(m => m.Place).ToList();
        Assert.Equal(missed - (missed / 3), expected.Count);
        Assert.Equal(expected.Select(m => (m.Id, m.Place)), given.Select(g => (g.Id, g.Place)));
        Assert.All(expected.Zip(given), pair => Assert.Contains(pair.First.Text, pair.Second.Html, StringComparison.Ordinal));
        Assert.Equal(missed, (await writer.CatchUp(last)).Count);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_message_sent_several_times_at_once_is_one_message(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine);
        var (nadia, hugo) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Hugo));
        await using var here = await nadia.Listen(Room);
        await using var there = await nadia.Listen(Room);
        await using var other = await hugo.Listen(Room);
        var id = Guid.NewGuid();

        var answers = await Task.WhenAll(here.Post("Une fois", id), there.Post("Une fois", id), here.Post("Une fois", id), there.Post("Une fois", id));
        var stolen = await other.Post("À moi", id);

        var kept = Assert.Single(site.Data.ReadChat(db => db.Messages.AsNoTracking().Where(m => m.Id == id).ToList()));
        Assert.All(answers, a => Assert.Equal((kept.Id, kept.Place), (a.Id!.Value, a.Place!.Value)));
        Assert.Null(stolen.Place);
        Assert.NotEmpty(stolen.Faults);
        Assert.Equal("Une fois", kept.Text);
        await other.Until(shown => shown.Contains(id));
        Assert.Equal([id], other.Shown);
    }
}
