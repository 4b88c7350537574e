using CsCheck;

namespace Beffroi.Crowdsourcing.Tests;

public sealed class AggregationTests
{
    public static TheoryData<AggregationMethod> Methods() => [.. Enum.GetValues<AggregationMethod>()];

    [Theory]
    [InlineData(2, 6)]
    [InlineData(3, 10)]
    public void Dawid_and_Skene_are_what_the_book_says(int classes, int rounds)
    {
        var (votes, _) = Crowd.Of(new Random(classes), 30, 8, classes, 5);
        var options = new AggregationOptions { MaxRounds = rounds, Tolerance = 0 };
        Crowd.Close(Plain.DawidSkene([.. votes.All()], 30, classes, rounds), Crowd.Aggregate(votes, AggregationMethod.DawidSkene, options).Rows(), 1e-9);
        Crowd.Close(Plain.OneCoin([.. votes.All()], 30, classes, rounds), Crowd.Aggregate(votes, AggregationMethod.OneCoin, options).Rows(), 1e-9);
        Crowd.Close(Plain.Majority([.. votes.All()], 30, classes), Crowd.Aggregate(votes, AggregationMethod.Majority).Rows(), 1e-12);
    }

    [Fact]
    public void Products_that_no_number_holds_are_kept_as_logarithms()
    {
        // Two thousand answers of an item: the product of their probabilities is far under the smallest double.
        var votes = VoteTable.Of(2, 2000, 2, [.. Enumerable.Range(0, 4000).Select(n => new Vote(n / 2000, n % 2000, n % 2000 < (n < 2000 ? 1200 : 700) ? 1 : 0))]);
        var found = Crowd.Aggregate(votes);
        Assert.All(found.Rows(), row => Assert.Equal(1, row.Sum(), 1e-12));
        Assert.Equal((1, 0), (found.Label(0), found.Label(1)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Probabilities_are_probabilities_whatever_the_answers(AggregationMethod method) =>
        Tables().Sample(votes =>
        {
            var found = Crowd.Aggregate(votes, method);
            Assert.All(found.Rows(), row => Assert.True(row.All(p => p is >= 0 and <= 1 + 1e-12) && Math.Abs(row.Sum() - 1) < 1e-9));
            Assert.Equal(1, found.ClassShares.ToArray().Sum(), 1e-9);
            for (var worker = 0; worker < votes.Workers; worker++)
            {
                Assert.InRange(found.Skill(worker), 0, 1);
                for (var truth = 0; truth < votes.Classes && found.HasConfusions; truth++)
                {
                    Assert.Equal(1, Enumerable.Range(0, votes.Classes).Sum(label => found.Confusion(worker, truth, label)), 1e-9);
                }
            }
        }, iter: 200);

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_order_of_the_answers_changes_nothing_to_the_bit(AggregationMethod method) =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[2, 4]).Sample((seed, classes) =>
        {
            var random = new Random(seed);
            var (votes, _) = Crowd.Of(random, 25, 9, classes, 4);
            Vote[] shuffled = [.. votes.All(), .. votes.All().Take(7)];
            random.Shuffle(shuffled);
            Assert.Equal(Crowd.Aggregate(votes, method).Rows(), Crowd.Aggregate(VoteTable.Of(25, 9, classes, shuffled), method).Rows());
        }, iter: 30);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Other_numbers_for_the_same_items_people_and_labels_change_nothing(AggregationMethod method) =>
        Gen.Select(Gen.Int[0, 1000], Gen.Int[2, 4]).Sample((seed, classes) =>
        {
            var random = new Random(seed);
            var (votes, _) = Crowd.Of(random, 25, 9, classes, 4);
            var (items, workers, labels) = (Shuffled(25), Shuffled(9), Shuffled(classes));
            var other = VoteTable.Of(25, 9, classes, [.. votes.All().Select(v => new Vote(items[v.Item], workers[v.Worker], labels[v.Label]))]);
            var options = new AggregationOptions { MaxRounds = 12, Tolerance = 0 };
            var (one, two) = (Crowd.Aggregate(votes, method, options), Crowd.Aggregate(other, method, options));
            for (var item = 0; item < 25; item++)
            {
                for (var label = 0; label < classes; label++)
                {
                    Assert.Equal(one.Posterior(item)[label], two.Posterior(items[item])[labels[label]], 1e-7);
                }
            }

            int[] Shuffled(int count)
            {
                var numbers = Enumerable.Range(0, count).ToArray();
                random.Shuffle(numbers);
                return numbers;
            }
        }, iter: 30);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Most_answers_of_a_good_crowd_are_found(AggregationMethod method)
    {
        var (votes, truths) = Crowd.Of(new Random(5), 600, 40, 3, 7);
        Assert.InRange(Crowd.Aggregate(votes, method).Accuracy(truths), 0.94, 1);
    }

    [Fact]
    public void A_class_that_is_rare_and_mixed_up_by_some_is_found_by_their_confusion()
    {
        // Half of the people always say 0 of what is 2: their 2 is certain, their 0 is not.
        var random = new Random(3);
        var truths = Enumerable.Range(0, 400).Select(_ => random.Next(3)).ToArray();
        var votes = VoteTable.Of(400, 20, 3, [.. Enumerable.Range(0, 400).SelectMany(i => Enumerable.Range(0, 5).Select(n => (i * 7 + n * 3) % 20).Distinct()
            .Select(w => new Vote(i, w, random.NextDouble() < 0.1 ? random.Next(3) : truths[i] == 2 && w % 2 == 0 ? 0 : truths[i])))]);
        var (ds, majority) = (Crowd.Aggregate(votes), Crowd.Aggregate(votes, AggregationMethod.Majority));
        Assert.True(ds.Accuracy(truths) > majority.Accuracy(truths) + 0.02, $"{ds.Accuracy(truths)} against {majority.Accuracy(truths)}");
        Assert.InRange(ds.Confusion(0, truth: 2, label: 0), 0.8, 1);
        Assert.InRange(ds.Confusion(1, truth: 2, label: 2), 0.8, 1);
    }

    [Fact]
    public void A_tie_of_k_classes_counts_one_kth_and_only_gold_counts()
    {
        var votes = VoteTable.Of(4, 3, 3, [new(0, 0, 0), new(0, 1, 1), new(1, 0, 0), new(1, 1, 1), new(1, 2, 2), new(2, 0, 2)]);
        var found = Crowd.Aggregate(votes, AggregationMethod.Majority);
        Assert.Equal((2, 3, 1), (found.Tied(0), found.Tied(1), found.Tied(2)));
        Assert.Equal(((1 / 2.0) + (1 / 3.0) + 1) / 3, found.Accuracy([new(0, 1), new(1, 2), new(2, 2), new(3, 0), new(9, 0)])!.Value, 1e-12);
        Assert.Equal(0, found.Accuracy([new(0, 2)]));
        Assert.Equal(0, found.Accuracy([new(0, -1)]));
        Assert.Null(found.Accuracy([new(3, 0)]));
    }

    [Fact]
    public void An_item_without_answer_has_no_label_and_the_shares_of_the_classes()
    {
        var found = Crowd.Aggregate(VoteTable.Of(3, 2, 2, [new(0, 0, 1), new(0, 1, 1), new(2, 0, 1)]));
        Assert.Equal((1, -1, 1), (found.Label(0), found.Label(1), found.Label(2)));
        Assert.Equal(found.ClassShares.ToArray(), found.Posterior(1).ToArray());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Nothing_one_class_and_one_answer_are_borne(AggregationMethod method)
    {
        Assert.Equal(0, Crowd.Aggregate(VoteTable.Of(0, 0, 2, []), method).Votes.Items);
        Assert.Equal(1, Crowd.Aggregate(VoteTable.Of(1, 1, 1, [new(0, 0, 0)]), method).Certainty(0), 1e-12);
        Assert.Equal(2, Crowd.Aggregate(VoteTable.Of(1, 1, 3, [new(0, 0, 2)]), method).Label(0));
    }

    [Fact]
    public void Rounds_are_told_and_can_be_stopped()
    {
        var (votes, _) = Crowd.Of(new Random(5), 50, 9, 3, 4);
        using var stop = new CancellationTokenSource();
        var told = new List<int>();
        Assert.Throws<OperationCanceledException>(() => Aggregator.Aggregate(votes, rounds: new Told(round =>
        {
            told.Add(round);
            stop.Cancel();
        }), ct: stop.Token));
        Assert.Equal([1], told);
        var found = Crowd.Aggregate(votes, options: new() { MaxRounds = 1 });
        Assert.Equal((1, false), (found.Iterations, found.Settled));
    }

    [Fact]
    public void What_is_out_of_bounds_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => VoteTable.Of(1, 1, 2, [new(1, 0, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => VoteTable.Of(1, 1, 2, [new(0, -1, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => VoteTable.Of(1, 1, 2, [new(0, 0, 2)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => VoteTable.Of(1, 1, 1001, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => VoteTable.Of(1, 1000, 1000, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AggregationOptions { Smoothing = double.NaN });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AggregationOptions { MaxRounds = 0 });
        var found = Crowd.Aggregate(VoteTable.Of(1, 1, 2, [new(0, 0, 0)]), AggregationMethod.Majority);
        Assert.Throws<ArgumentOutOfRangeException>(() => found.Label(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => found.Skill(-1));
        Assert.Throws<InvalidOperationException>(() => found.Confusion(0, 0, 0));
    }

    // Any table at all: items without answers, people who answer twice, one class.
    static Gen<VoteTable> Tables() => Gen.Select(Gen.Int[1, 6], Gen.Int[1, 5], Gen.Int[1, 4], Gen.Int[0, 1_000_000], Gen.Int[0, 30]).Select((items, workers, classes, seed, count) =>
    {
        var random = new Random(seed);
        return VoteTable.Of(items, workers, classes, [.. Enumerable.Range(0, count).Select(_ => new Vote(random.Next(items), random.Next(workers), random.Next(classes)))]);
    });

    sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
