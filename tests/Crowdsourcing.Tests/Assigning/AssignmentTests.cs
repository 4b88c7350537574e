using CsCheck;

namespace Beffroi.Crowdsourcing.Tests;

public sealed class AssignmentTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_thousand_volunteers_at_once_never_see_an_item_twice_nor_give_more_than_wanted(int seed)
    {
        var (queue, random) = (new AssignmentQueue(), new Random(seed));
        for (var item = 0; item < 2_000; item++)
        {
            queue.Add(item);
        }

        // Each comes, thinks for a while (some for longer than their place is kept, some leave without a word), answers, comes again.
        var (events, given) = (new PriorityQueue<(int Worker, int? Item), long>(), new Dictionary<int, HashSet<int>>());
        var (counted, full) = (0, 0);
        for (var worker = 0; worker < 1_000; worker++)
        {
            events.Enqueue((worker, null), random.Next(60));
        }

        while (events.TryDequeue(out var what, out var second))
        {
            var now = Start.AddSeconds(second);
            if (what.Item is { } item)
            {
                var outcome = queue.Answer(item, what.Worker, now);
                counted += outcome == AnswerOutcome.Counted ? 1 : 0;
                full += outcome == AnswerOutcome.Full ? 1 : 0;
                Assert.NotEqual(AnswerOutcome.Repeated, outcome);
                events.Enqueue((what.Worker, null), second + 1);
            }
            else if (queue.Next(what.Worker, now, random) is { } offer)
            {
                var think = random.Next(20) switch { 0 => 900, 1 => -1, _ => random.Next(5, 120) };
                if (think > 0)
                {
                    Assert.True(given.TryAdd(what.Worker, [offer.Item]) || given[what.Worker].Add(offer.Item), "An item was shown twice to somebody who answered it.");
                    events.Enqueue((what.Worker, offer.Item), second + think);
                }
                else if (random.Next(2) == 0)
                {
                    events.Enqueue((what.Worker, null), second + 1_000);
                }
            }
        }

        // Everything wanted is there, and nothing more.
        Assert.Equal(6_000, Enumerable.Range(0, 2_000).Sum(queue.Answers));
        Assert.All(Enumerable.Range(0, 2_000), i => Assert.Equal(3, queue.Answers(i)));
        Assert.Equal(6_000, counted);
        // One in twenty answers later than their place is kept: most of those come too late.
        Assert.InRange(full, 1, 400);
    }

    [Fact]
    public void The_items_with_the_fewest_answers_come_first()
    {
        var (queue, random) = (new AssignmentQueue(), new Random(1));
        foreach (var item in (int[])[1, 2, 3, 4])
        {
            queue.Add(item);
        }

        Assert.True(queue.Restore(1, 100));
        Assert.True(queue.Restore(1, 101));
        Assert.True(queue.Restore(2, 100));
        Assert.False(queue.Restore(2, 100));
        var order = Enumerable.Range(0, 4).Select(_ => Answered(queue, 7, random)).ToList();
        Assert.Equal([3, 4], order.Take(2).Order());
        Assert.Equal([2, 1], order.Skip(2));
        Assert.Null(queue.Next(7, Start, random));
    }

    [Fact]
    public void A_place_is_kept_for_a_while_and_the_same_item_is_shown_again_meanwhile()
    {
        var (queue, random) = (new AssignmentQueue(new() { Wanted = 1, LockFor = TimeSpan.FromMinutes(5) }), new Random(1));
        queue.Add(8);
        Assert.Equal(new Offer(8, Start.AddMinutes(5)), queue.Next(1, Start, random));
        Assert.Equal(new Offer(8, Start.AddMinutes(5)), queue.Next(1, Start.AddMinutes(4), random));
        Assert.Null(queue.Next(2, Start.AddMinutes(4), random));
        Assert.Equal(AnswerOutcome.Full, queue.Answer(8, 3, Start.AddMinutes(4)));
        Assert.NotNull(queue.Next(2, Start.AddMinutes(5), random));
        Assert.Equal(AnswerOutcome.Full, queue.Answer(8, 1, Start.AddMinutes(6)));
        Assert.Equal(AnswerOutcome.Counted, queue.Answer(8, 2, Start.AddMinutes(6)));
        Assert.Equal(AnswerOutcome.Repeated, queue.Answer(8, 2, Start.AddMinutes(7)));
        Assert.Equal(1, queue.Answers(8));
    }

    [Fact]
    public void Whoever_comes_too_late_is_heard_while_there_is_room()
    {
        var (queue, random) = (new AssignmentQueue(new() { Wanted = 2 }), new Random(1));
        queue.Add(8);
        queue.Next(1, Start, random);
        Assert.Equal(AnswerOutcome.Counted, queue.Answer(8, 1, Start.AddHours(3)));
    }

    [Fact]
    public void Near_duplicates_are_one_item()
    {
        var (queue, random) = (new AssignmentQueue(), new Random(1));
        queue.Add(1);
        queue.Add(2);
        queue.Restore(1, 50);
        queue.Restore(2, 50);
        queue.Restore(2, 51);
        var held = queue.Next(60, Start, random)!.Value;
        queue.Join(1, 2);
        queue.Join(2, 3);
        queue.Join(3, 1);
        Assert.Equal((1, 1, 1, 3), (queue.GroupOf(1), queue.GroupOf(2), queue.GroupOf(3), queue.Items));
        Assert.Equal((2, 2), (queue.Answers(1), queue.Answers(3)));
        Assert.Null(queue.Next(50, Start, random));
        Assert.Equal(AnswerOutcome.Repeated, queue.Answer(3, 51, Start));
        Assert.Equal(AnswerOutcome.Full, queue.Answer(3, 61, Start));
        Assert.Equal(AnswerOutcome.Counted, queue.Answer(held.Item, 60, Start));
        Assert.Equal(3, queue.Answers(2));
    }

    [Fact]
    public void More_can_be_wanted_less_too_and_an_item_can_be_closed()
    {
        var (queue, random) = (new AssignmentQueue(new() { Wanted = 1 }), new Random(1));
        queue.Add(1);
        Answered(queue, 7, random);
        Assert.Null(queue.Next(8, Start, random));
        queue.Want(1, 2);
        queue.Close(1);
        Assert.Null(queue.Next(8, Start, random));
        queue.Close(1, closed: false);
        Assert.NotNull(queue.Next(8, Start, random));
        queue.Pass(1, 8);
        Assert.Null(queue.Next(8, Start, random));
        Assert.True(queue.TakeBack(1, 7));
        Assert.False(queue.TakeBack(1, 7));
        Assert.Null(queue.Next(7, Start, random));
        Assert.Equal((0, 1), (queue.Answers(1), Answered(queue, 9, random)));
        Assert.Throws<KeyNotFoundException>(() => queue.Answer(5, 1, Start));
        Assert.Throws<ArgumentOutOfRangeException>(() => queue.Want(1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AssignmentOptions { LockFor = TimeSpan.Zero });
    }

    [Fact]
    public void Whatever_is_done_in_whatever_order_no_group_passes_what_is_wanted_nor_hears_anybody_twice() =>
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[1, 4]).Sample((seed, wanted) =>
        {
            var (random, queue, minute) = (new Random(seed), new AssignmentQueue(new() { Wanted = wanted }), 0);
            var (heard, offered) = (new HashSet<(int, int)>(), new Dictionary<int, int>());
            for (var item = 0; item < 12; item++)
            {
                queue.Add(item);
            }

            for (var step = 0; step < 300; step++)
            {
                var (worker, now) = (random.Next(15), Start.AddMinutes(minute += random.Next(3)));
                if (random.Next(2) == 0 && queue.Next(worker, now, random) is { } offer)
                {
                    Assert.DoesNotContain((worker, offer.Item), heard);
                    offered[worker] = offer.Item;
                }
                else if (random.Next(10) == 0 && offered.TryGetValue(worker, out var unwanted))
                {
                    queue.Pass(unwanted, worker);
                }
                else if (queue.Answer(offered.TryGetValue(worker, out var item) && random.Next(4) > 0 ? item : item = random.Next(12), worker, now) == AnswerOutcome.Counted)
                {
                    Assert.True(heard.Add((worker, item)), "Heard twice.");
                }
            }

            Assert.All(Enumerable.Range(0, 12), i => Assert.InRange(queue.Answers(i), 0, wanted));
            Assert.Equal(heard.Count, Enumerable.Range(0, 12).Sum(queue.Answers));
        }, iter: 300);

    [Fact]
    public void The_same_calls_give_the_same_items()
    {
        Assert.Equal(Played(5), Played(5));
        Assert.NotEqual(Played(5), Played(6));

        static List<int> Played(int seed)
        {
            var (queue, random) = (new AssignmentQueue(), new Random(seed));
            for (var item = 0; item < 50; item++)
            {
                queue.Add(item);
            }

            return [.. Enumerable.Range(0, 100).Select(n => Answered(queue, n % 9, random))];
        }
    }

    static int Answered(AssignmentQueue queue, int worker, Random random)
    {
        var offer = queue.Next(worker, Start, random)!.Value;
        Assert.Equal(AnswerOutcome.Counted, queue.Answer(offer.Item, worker, Start));
        return offer.Item;
    }
}
