using System.Net;
using System.Net.WebSockets;
using Beffroi.Chat.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace Beffroi.Chat.Tests.Live;

/// <summary>Who may not read hears nothing: no message, no count, nobody typing, nobody present.</summary>
public sealed class SilenceTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_message_for_some_is_told_to_them_alone(DbEngine engine)
    {
        await using var site = await LiveSite.Start(engine);
        var (nadia, camille, samira, paul) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Camille), await site.Enter(ChatWorld.Samira), await site.Enter(ChatWorld.Paul));
        await using var writer = await nadia.Listen(Room);
        await using var colleague = await camille.Listen(Room);
        Listener[] others = [await samira.Listen(Room), await paul.Listen(Room)];
        var before = await writer.Post("Pour tous");
        foreach (var other in others)
        {
            await other.Until(shown => shown.Contains(before.Id!.Value));
        }

        var secret = await writer.Post("Pour le ministère", form: new() { Who = Narrower.OwnOrganisation });
        await writer.Line.InvokeAsync(nameof(LiveHub.Typing), Room, secret.Id, TestContext.Current.CancellationToken);
        var answer = await writer.Post("Dans le fil", thread: secret.Id);
        var after = await writer.Post("Pour tous encore");

        await colleague.Until(shown => shown.Contains(secret.Id!.Value) && shown.Contains(answer.Id!.Value) && shown.Contains(after.Id!.Value));
        foreach (var other in others)
        {
            // What comes after it is heard: what was to be heard before it would have been.
            await other.Until(shown => shown.Contains(after.Id!.Value));
            Assert.Equal([before.Id!.Value, after.Id!.Value], other.Shown);
            Assert.All(other.Heard, news => Assert.True(news is Posted or Present, news.ToString()));
            Assert.Equal(before.Place, other.Heard.OfType<Posted>().Last().Before);
            Assert.Empty(await other.Line.InvokeAsync<IReadOnlyList<WrittenMessage>>(nameof(LiveHub.Show), Room, new[] { secret.Id!.Value, answer.Id!.Value }, false, TestContext.Current.CancellationToken));
            Assert.DoesNotContain(secret.Id!.Value, (await other.CatchUp(0)).Select(m => m.Id));
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_room_that_one_may_not_enter_answers_nothing_to_any_call()
    {
        await using var site = await LiveSite.Start();
        var (nadia, samira) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Samira));
        await using var inside = await nadia.Listen(ChatWorld.PrivateRoom);
        await using var outside = await samira.Listen(Room);
        var ct = TestContext.Current.CancellationToken;
        foreach (var absent in new[] { ChatWorld.PrivateRoom, Guid.NewGuid() })
        {
            Assert.Contains(LiveHub.Absent, (await Assert.ThrowsAsync<HubException>(() => outside.Line.InvokeAsync(nameof(LiveHub.Enter), absent, ct))).Message, StringComparison.Ordinal);
            Assert.Contains(LiveHub.Absent, (await Assert.ThrowsAsync<HubException>(() => outside.Line.InvokeAsync(nameof(LiveHub.CatchUp), absent, 0, ct))).Message, StringComparison.Ordinal);
            Assert.Contains(LiveHub.Absent, (await Assert.ThrowsAsync<HubException>(() => outside.Line.InvokeAsync<PostAnswer>(nameof(LiveHub.Post), absent, null, new ComposerForm { Text = "Bonjour" }, ct))).Message, StringComparison.Ordinal);
            await outside.Line.InvokeAsync(nameof(LiveHub.MarkRead), absent, long.MaxValue, ct);
            await outside.Line.InvokeAsync(nameof(LiveHub.KeepDraft), absent, null, "Bonjour", ct);
            await outside.Line.InvokeAsync(nameof(LiveHub.Typing), absent, null, ct);
        }

        var said = await inside.Post("Entre nous");
        await inside.Until(shown => shown.Contains(said.Id!.Value));
        var fence = await outside.Post("Pour tous");
        await outside.Until(shown => shown.Contains(fence.Id!.Value));

        Assert.All(outside.Heard, news => Assert.Equal(Room, news.Room));
        Assert.All(inside.Heard, news => Assert.False(news is Typing, news.ToString()));
        Assert.All(inside.Heard.OfType<Present>(), present => Assert.DoesNotContain(present.People, p => p.Contains("Samira", StringComparison.Ordinal)));
        var account = site.Data.IdOf(ChatWorld.Samira);
        Assert.Equal(0, site.Data.ReadChat(db => db.Drafts.Count(d => d.AccountId == account) + db.ReadMarks.Count(r => r.AccountId == account && r.RoomId == ChatWorld.PrivateRoom)));
    }

    [Fact]
    public async Task Those_in_a_room_see_who_is_there_and_who_is_writing()
    {
        await using var site = await LiveSite.Start();
        var (nadia, samira) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Samira));
        await using var first = await nadia.Listen(Room);
        var second = await samira.Listen(Room);

        await first.Hears(news => news is Present { Count: 2, People: [ChatWorld.Nadia, ChatWorld.Samira] });
        await second.Line.InvokeAsync(nameof(LiveHub.Typing), Room, null, TestContext.Current.CancellationToken);
        await first.Hears(news => news is Typing { Who: ChatWorld.Samira });
        Assert.DoesNotContain(second.Heard, news => news is Typing);

        await second.DisposeAsync();
        await first.Hears(news => news is Present { Count: 1, People: [ChatWorld.Nadia] });
    }

    [Fact]
    public async Task An_analyst_whose_organisation_masks_them_is_not_named_to_others()
    {
        await using var site = await LiveSite.Start();
        var (nadia, camille, samira) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Camille), await site.Enter(ChatWorld.Samira));
        await site.Data.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == ChatWorld.Ministry.Id).MasksAnalysts = true);
        await using var writer = await nadia.Listen(Room);
        await using var colleague = await camille.Listen(Room);
        await using var other = await samira.Listen(Room);

        var said = await writer.Post("Sans nom");
        await writer.Line.InvokeAsync(nameof(LiveHub.Typing), Room, null, TestContext.Current.CancellationToken);
        await other.Hears(news => news is Posted posted && posted.Id == said.Id);
        await other.Hears(news => news is Typing { Who: "Ministère des Affaires imaginées" });
        await other.Hears(news => news is Present { Count: 2 });
        await colleague.Hears(news => news is Changed changed && changed.Id == said.Id);

        Assert.DoesNotContain(other.Heard, news => news.ToString()!.Contains("Nadia", StringComparison.Ordinal) || (news is Present present && present.People.Any(p => p.Contains("Nadia", StringComparison.Ordinal))));
        Assert.DoesNotContain(other.Heard, news => news is Changed);
        // Two of the ministry and Samira: a third would tell how many analysts it has there.
        Assert.DoesNotContain(other.Heard, news => news is Present { Count: > 2 });
        var seen = Assert.Single(await colleague.Line.InvokeAsync<IReadOnlyList<WrittenMessage>>(nameof(LiveHub.Show), Room, new[] { said.Id!.Value }, false, TestContext.Current.CancellationToken));
        Assert.Contains(ChatWorld.Nadia, seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_line_opens_for_our_own_pages_and_for_those_who_have_a_seat()
    {
        await using var site = await LiveSite.Start();
        var nadia = await site.Enter(ChatWorld.Nadia);
        var rose = await site.Enter(ChatWorld.Rose);
        var own = site.Address.GetLeftPart(UriPartial.Authority);

        Assert.True(await Opens(site, nadia.Cookies, own));
        Assert.True(await Opens(site, nadia.Cookies, null));
        Assert.False(await Opens(site, nadia.Cookies, "https://ailleurs.example"));
        Assert.False(await Opens(site, nadia.Cookies, "null"));
        Assert.False(await Opens(site, new(), own));
        await using var line = rose.Line();
        var closed = new TaskCompletionSource();
        line.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };
        await line.StartAsync(TestContext.Current.CancellationToken);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    static async Task<bool> Opens(LiveSite site, CookieContainer cookies, string? origin)
    {
        using var socket = new ClientWebSocket { Options = { Cookies = cookies } };
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(site.Address, Addresses.Live)) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
            return true;
        }
        catch (WebSocketException)
        {
            return false;
        }
    }
}
