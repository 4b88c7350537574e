namespace Beffroi.Crowdsourcing;

/// <summary>What a stop rule would have asked of a set whose answers are known.</summary>
public sealed record StopReplay
{
    /// <summary>Answers asked before every item was settled, disputed, or had no answer left.</summary>
    public required int Asked { get; init; }

    /// <summary>Answers that the set holds.</summary>
    public required int Held { get; init; }

    /// <summary>Share of the answers that were asked, in [0, 1]; 0 of none.</summary>
    public double Share => Held == 0 ? 0 : Asked / (double)Held;

    /// <summary>Items that the rule settled.</summary>
    public required int Settled { get; init; }

    /// <summary>What the answers asked say together, by Dawid-Skene.</summary>
    public required Aggregation Aggregation { get; init; }

    /// <summary>Replays a set. Rounds of one answer for each item that is not settled; after each round everything is aggregated anew, since
    /// answers to some items teach of the people who answer others: an item that was settled by people who turn out to know less is asked again.</summary>
    /// <param name="votes">All answers.</param>
    /// <param name="rule">When to stop; null: <see cref="StopRule.Default"/>.</param>
    /// <param name="random">Orders the answers of each item, as people would come.</param>
    /// <param name="options">Settings of Dawid-Skene; null: <see cref="AggregationOptions.Default"/>.</param>
    /// <param name="ct">Stops between two rounds.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static StopReplay Of(VoteTable votes, StopRule? rule, Random random, AggregationOptions? options = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(random);
        rule ??= StopRule.Default;
        var waiting = Shuffled(votes, random);
        var (asked, open) = (new List<Vote>(votes.Count), new bool[votes.Items]);
        Array.Fill(open, true);
        while (true)
        {
            var before = asked.Count;
            for (var item = 0; item < votes.Items; item++)
            {
                // Nothing can be settled before that many.
                for (var more = waiting[item].Given == 0 ? rule.AtLeast : 1; open[item] && more > 0 && waiting[item].TryNext(out var vote); more--)
                {
                    asked.Add(vote);
                }
            }

            var aggregation = Aggregator.Aggregate(Table(votes, asked), AggregationMethod.DawidSkene, options, ct: ct);
            var settled = 0;
            for (var item = 0; item < votes.Items; item++)
            {
                var decision = rule.Decide(waiting[item].Given, aggregation.Posterior(item));
                open[item] = decision == StopDecision.GoOn;
                settled += decision == StopDecision.Settled ? 1 : 0;
            }

            if (asked.Count == before)
            {
                return new() { Asked = asked.Count, Held = votes.Count, Settled = settled, Aggregation = aggregation };
            }
        }
    }

    static VoteTable Table(VoteTable votes, List<Vote> asked) => VoteTable.Of(votes.Items, votes.Workers, votes.Classes, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(asked));

    static Waiting[] Shuffled(VoteTable votes, Random random)
    {
        var waiting = new Waiting[votes.Items];
        for (var item = 0; item < waiting.Length; item++)
        {
            var order = new Vote[votes.LabelsOf(item).Length];
            for (var at = 0; at < order.Length; at++)
            {
                order[at] = new(item, votes.WorkersOf(item)[at], votes.LabelsOf(item)[at]);
            }

            random.Shuffle(order);
            waiting[item] = new(order);
        }

        return waiting;
    }

    sealed class Waiting(Vote[] votes)
    {
        public int Given { get; private set; }

        public bool TryNext(out Vote vote)
        {
            vote = Given < votes.Length ? votes[Given] : default;
            return Given < votes.Length && ++Given > 0;
        }
    }
}
