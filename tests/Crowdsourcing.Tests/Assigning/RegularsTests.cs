using CsCheck;

namespace Beffroi.Crowdsourcing.Tests;

/// <summary>People who have seen so many items that each is remembered by a bit: they are shown what a plain search would show.</summary>
public sealed class RegularsTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Whoever_has_seen_nearly_all_gets_the_fewest_answers_of_what_is_left() =>
        Gen.Int[0, 1_000_000].Sample(seed =>
        {
            const int Wanted = 6;
            var (random, queue, known) = (new Random(seed), new AssignmentQueue(new() { Wanted = Wanted }), new List<Plain>());
            for (var step = 0; step < 1_500; step++)
            {
                var worker = random.Next(8);
                switch (random.Next(40))
                {
                    case < 8 when known.Count < 300:
                        queue.Add(step);
                        known.Add(new(step));
                        break;
                    case 8 when known.Count > 100:
                        var (stays, goes) = (known[random.Next(known.Count)], known[random.Next(known.Count)]);
                        queue.Join(stays.Item, goes.Item);
                        if (stays != goes)
                        {
                            stays.Answered.UnionWith(goes.Answered);
                            stays.Passed.UnionWith(goes.Passed);
                            known.Remove(goes);
                        }

                        break;
                    case 9 when known.Count > 0:
                        var taken = known[random.Next(known.Count)];
                        var had = taken.Answered.Remove(worker);
                        Assert.Equal(had, queue.TakeBack(taken.Item, worker));
                        taken.Passed.UnionWith(had ? [worker] : []);
                        break;
                    default:
                        var left = known.Where(p => p.Answered.Count < Wanted && !p.Answered.Contains(worker) && !p.Passed.Contains(worker)).ToList();
                        var offer = queue.Next(worker, Start, random);
                        Assert.Equal(left.Count > 0, offer is not null);
                        if (offer is { Item: var item })
                        {
                            var shown = Assert.Single(left, p => p.Item == item);
                            Assert.Equal(left.Min(p => p.Answered.Count), shown.Answered.Count);
                            Say(shown, worker);
                        }

                        break;
                }
            }

            void Say(Plain shown, int worker)
            {
                if (random.Next(5) == 0)
                {
                    queue.Pass(shown.Item, worker);
                    shown.Passed.Add(worker);
                    return;
                }

                Assert.Equal(AnswerOutcome.Counted, queue.Answer(shown.Item, worker, Start));
                shown.Answered.Add(worker);
            }
        }, iter: 30);

    sealed class Plain(int item)
    {
        public int Item { get; } = item;
        public HashSet<int> Answered { get; } = [];
        public HashSet<int> Passed { get; } = [];
    }
}
