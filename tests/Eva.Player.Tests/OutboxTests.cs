using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Microsoft.Extensions.Time.Testing;

namespace Beffroi.Eva.Player.Tests;

public sealed class OutboxTests
{
    private static readonly Guid Evaluation = new("33333333-3333-3333-3333-333333333333");

    private readonly FakeTimeProvider _clock = new(Plays.Morning);
    private readonly FakeShelf _shelf = new();

    [Fact]
    public void A_line_that_the_server_cannot_read_is_set_aside_and_the_others_arrive() => OneThread.Run(async () =>
    {
        var arrived = new List<int>();
        var outbox = Start(batch =>
        {
            if (batch.Events.Any(happened => happened.Position == 5))
            {
                return Delivery.Refused;
            }

            arrived.AddRange(batch.Events.Select(happened => happened.Position));
            return Delivery.Received;
        });
        Enumerable.Range(0, 12).ToList().ForEach(position => outbox.Add(Event(position)));

        await Pass(TimeSpan.FromSeconds(2));

        Assert.Equal([0, 1, 2, 3, 4, 6, 7, 8, 9, 10, 11], arrived);
        Assert.Equal(5, Assert.Single(_shelf.Unreadable).Position);
        Assert.Equal(Saving.Saved, outbox.State);
    });

    [Fact]
    public void Without_entry_nothing_more_is_sent_until_somebody_asks() => OneThread.Run(async () =>
    {
        var (posts, entry) = (0, false);
        var outbox = Start(_ => (posts++, entry ? Delivery.Received : Delivery.NoEntry).Item2);
        outbox.Add(Event(0));

        await Pass(TimeSpan.FromMinutes(10));
        Assert.Equal(1, posts);
        Assert.Equal(Saving.NoEntry, outbox.State);

        entry = true;
        outbox.Hurry();
        await Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Saving.Saved, outbox.State);
        Assert.Equal(0, _shelf.Count);
    });

    [Fact]
    public void A_server_in_trouble_is_asked_less_and_less_often() => OneThread.Run(async () =>
    {
        var asked = new List<DateTimeOffset>();
        var outbox = Start(_ =>
        {
            asked.Add(_clock.GetUtcNow());
            return Delivery.Unreachable;
        });
        outbox.Add(Event(0));

        await Pass(TimeSpan.FromMinutes(3));

        var waits = asked.Zip(asked.Skip(1), (earlier, later) => (later - earlier).TotalSeconds).Select(wait => Math.Round(wait)).ToList();
        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30], waits.Take(8));
        Assert.Equal(Saving.Waiting, outbox.State);
        Assert.Equal(1, _shelf.Count);
    });

    [Fact]
    public void Waiting_for_the_answers_to_be_saved_ends_when_patience_does() => OneThread.Run(async () =>
    {
        var outbox = Start(_ => Delivery.Unreachable);
        outbox.Add(Event(0));

        var settling = outbox.Settle(TimeSpan.FromSeconds(5));
        await Pass(TimeSpan.FromSeconds(4));
        Assert.False(settling.IsCompleted);
        await Pass(TimeSpan.FromSeconds(2));

        Assert.Equal(Saving.Waiting, await settling);
    });

    [Fact]
    public void A_page_opened_again_sends_what_the_last_one_could_not_and_goes_on_after_it() => OneThread.Run(async () =>
    {
        foreach (var position in new[] { 9, 7, 8 })
        {
            _shelf.Keep(Evaluation, Event(position));
        }

        var arrived = new List<int>();
        var outbox = Start(batch =>
        {
            arrived.AddRange(batch.Events.Select(happened => happened.Position));
            return Delivery.Received;
        });
        var journal = new Journal(Plays.Questions(next: 7), outbox, _clock);
        journal.Write(EventNames.Resumed);
        await Pass(TimeSpan.FromSeconds(1));

        Assert.Equal([7, 8, 9, 10], arrived);
    });

    private Outbox Start(Func<EventBatch, Delivery> post)
    {
        var outbox = new Outbox(Evaluation, batch => Task.FromResult(post(batch)), _shelf, _clock);
        _ = outbox.Run(TestContext.Current.CancellationToken);
        return outbox;
    }

    private async Task Pass(TimeSpan time)
    {
        for (var end = _clock.GetUtcNow() + time; _clock.GetUtcNow() < end;)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(250));
            await OneThread.Settle();
        }
    }

    private static GameEvent Event(int position) => new()
    {
        SessionId = Plays.Questions().SessionId,
        Situation = "livraison",
        Position = position,
        Name = EventNames.VisibilityChanged,
        Date = Plays.Morning.ToUnixTimeMilliseconds(),
    };
}
