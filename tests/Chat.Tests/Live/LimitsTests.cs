using System.Net;
using Beffroi.Chat.Answering;
using Beffroi.Chat.Live;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Live;

/// <summary>What one person may send by the pages, on sites whose limits are low.</summary>
public sealed class LimitsTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    [Fact]
    public async Task Whoever_sends_forms_without_end_is_told_to_wait_and_holds_nobody_else_back()
    {
        await using var site = await LiveSite.Start(settings: [("Chat:Live:FormBurst", "5"), ("Chat:Live:FormsPerSecond", "1")]);
        var (nadia, samira) = (await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Samira));
        await nadia.Visitor.Open(Addresses.Room(Lang.French, Room));
        await samira.Visitor.Open(Addresses.Room(Lang.French, Room));
        var before = site.Data.ReadChat(db => db.Messages.Count());
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++)
        {
            await nadia.Visitor.Post(Addresses.Room(Lang.French, Room), ("Id", Guid.NewGuid().ToString()), ("Text", $"Encore {i}"));
            answers.Add(nadia.Visitor.Status);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(answers.Count(a => a is HttpStatusCode.OK), site.Data.ReadChat(db => db.Messages.Count()) - before);
        await samira.Visitor.Post(Addresses.Room(Lang.French, Room), ("Id", Guid.NewGuid().ToString()), ("Text", "Et moi ?"));
        Assert.Equal(HttpStatusCode.OK, samira.Visitor.Status);
    }

    [Fact]
    public void Bytes_count_by_person_and_a_text_costs_none()
    {
        using var limits = new LiveLimits(new() { MebibytesBurst = 10, MebibytesPerSecond = 1 });
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.True(limits.MaySend(one, 9 * 1024 * 1024));
        Assert.False(limits.MaySend(one, 9 * 1024 * 1024));
        Assert.True(limits.MaySend(one, 2_000));
        // Larger than all that one may send at once: it takes the whole of it.
        Assert.True(limits.MaySend(other, 100 * 1024 * 1024));
        Assert.False(limits.MaySend(other, 1024 * 1024 * 5));
    }

    [Fact]
    public async Task Searches_of_bots_that_one_person_waits_for_are_few()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var scope = site.Scope();
        var late = ActivatorUtilities.CreateInstance<LateAnswers>(scope.ServiceProvider, new LiveSettings { MostAwaited = 2, MostAwaitedByAll = 3 });
        var (slow, nadia, samira) = (new NoAnswer(), await Flows.GivenCases.SeatOf(site, ChatWorld.Nadia), await Flows.GivenCases.SeatOf(site, ChatWorld.Samira));
        List<Task> asked = [];
        foreach (var seat in new[] { nadia, nadia, samira })
        {
            Assert.True(late.MayAsk(seat.AccountId));
            asked.Add(late.Ask(slow, new(BotSubject.Account, "@compte", Lang.French), new(seat, Room, null), TestContext.Current.CancellationToken));
        }

        Assert.False(late.MayAsk(nadia.AccountId));
        Assert.False(late.MayAsk(samira.AccountId));
        slow.Answer.SetResult(new("Rien.", null));
        await Task.WhenAll(asked);
        Assert.True(late.MayAsk(nadia.AccountId));
        Assert.True(late.MayAsk(samira.AccountId));
    }

    sealed class NoAnswer : IBotAnswers
    {
        public TaskCompletionSource<BotAnswer> Answer { get; } = new();

        public Task<BotAnswer> Ask(BotQuestion question, CancellationToken ct) => Answer.Task;
    }
}
