namespace Beffroi.Crowdsourcing.Tests;

public sealed class RunningTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void After_a_refresh_everything_is_the_batch_to_the_bit(int classes)
    {
        var (votes, _) = Crowd.Of(new Random(classes), 200, 20, classes, 5);
        var running = new RunningAggregation(classes);
        var batch = Crowd.Aggregate(votes);
        Assert.All(Shuffled(votes, 1), vote => Assert.True(running.TryAdd(vote)));
        running.Refresh(TestContext.Current.CancellationToken);
        Assert.Equal(batch.Rows(), Rows(running));
        Assert.Equal((200, 20, 1000), (running.Items, running.Workers, running.Votes));
        for (var worker = 0; worker < 20; worker++)
        {
            // The counts are those of the last posteriors, one half round later than the batch's confusions.
            Assert.Equal(batch.Confusion(worker, 1, 0), running.Confusion(worker, 1, 0), 0.01);
        }
    }

    [Fact]
    public void One_answer_after_the_other_ends_close_to_the_batch_without_any_refresh()
    {
        var (votes, truths) = Crowd.Of(new Random(8), 400, 30, 3, 7);
        var running = new RunningAggregation(3);
        Assert.All(Shuffled(votes, 2), vote => Assert.True(running.TryAdd(vote)));
        var batch = Crowd.Aggregate(votes);
        Assert.InRange(Enumerable.Range(0, 400).Count(i => running.Label(i) == batch.Label(i)), 396, 400);
        Assert.InRange(Enumerable.Range(0, 400).Count(i => running.Label(i) == truths[i]), 0.94 * 400, 400);

        // What was learnt since reaches the items that are looked at again: a few sweeps are the batch.
        for (var sweep = 0; sweep < 30; sweep++)
        {
            for (var item = 0; item < 400; item++)
            {
                running.Revisit(item);
            }
        }

        var settled = Crowd.Aggregate(votes, options: new() { Tolerance = 0, MaxRounds = 1000 });
        Crowd.Close(settled.Rows(), Rows(running), 1e-6);
    }

    [Theory]
    [InlineData("rte", 0.985)]
    [InlineData("sentiment_1k", 0.985)]
    [InlineData("dog", 0.95)]
    public void Answers_of_real_crowds_one_by_one_agree_with_the_batch(string name, double least)
    {
        var (file, _) = SharedSets.Read(name);
        var running = new RunningAggregation(file.Votes.Classes);
        Assert.All(Shuffled(file.Votes, 3), vote => running.TryAdd(vote));
        var batch = Crowd.Aggregate(file.Votes);
        Assert.InRange(Enumerable.Range(0, running.Items).Count(i => running.Label(i) == batch.Label(i)) / (double)running.Items, least, 1);
    }

    [Fact]
    public void The_first_answers_are_the_majority_and_a_repeat_is_refused()
    {
        var running = new RunningAggregation(3);
        Assert.All(running.Posterior(7).ToArray(), p => Assert.Equal(1 / 3.0, p, 1e-12));
        Assert.Equal((-1, 0), (running.Label(7), running.Answers(7)));
        Assert.True(running.TryAdd(new(7, 4, 2)));
        Assert.False(running.TryAdd(new(7, 4, 1)));
        Assert.True(running.TryAdd(new(7, 1, 2)));
        Assert.True(running.TryAdd(new(7, 2, 0)));
        Assert.Equal((2, 3, 8, 5), (running.Label(7), running.Answers(7), running.Items, running.Workers));
    }

    [Fact]
    public void An_answer_that_is_taken_back_leaves_no_trace()
    {
        var (votes, _) = Crowd.Of(new Random(4), 60, 12, 3, 5);
        var running = RunningAggregation.Of(votes);
        var before = Rows(running);
        Assert.True(running.TryAdd(new(3, 40, 2)));
        Assert.True(running.Remove(3, 40));
        Assert.False(running.Remove(3, 40));
        Assert.False(running.Remove(900, 1));
        running.Refresh(TestContext.Current.CancellationToken);
        Assert.Equal(before, Rows(running).Take(60));
        Assert.Equal(300, running.Votes);
    }

    [Fact]
    public void All_answers_of_one_person_are_taken_back_at_once()
    {
        var (votes, _) = Crowd.Of(new Random(4), 60, 12, 2, 5);
        var running = RunningAggregation.Of(votes);
        Assert.Equal(votes.All().Where(v => v.Worker == 5).Select(v => v.Item), running.RemoveWorker(5));
        running.Refresh(TestContext.Current.CancellationToken);
        Assert.Equal(Crowd.Aggregate(VoteTable.Of(60, 12, 2, [.. votes.All().Where(v => v.Worker != 5)])).Rows(), Rows(running));
    }

    [Fact]
    public void Without_a_prior_nothing_breaks()
    {
        var running = new RunningAggregation(2, new() { Smoothing = 0, Diagonal = 0 });
        Assert.All(Enumerable.Range(0, 40), n => running.TryAdd(new(n % 7, n / 7, n % 3 == 0 ? 1 : 0)));
        Assert.All(Rows(running), row => Assert.Equal(1, row.Sum(), 1e-9));
        Assert.Throws<ArgumentOutOfRangeException>(() => running.TryAdd(new(0, 50, 2)));
        Assert.Throws<ArgumentOutOfRangeException>(() => running.TryAdd(new(-1, 50, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => running.Posterior(-1));
    }

    static double[][] Rows(RunningAggregation running) => [.. Enumerable.Range(0, running.Items).Select(i => running.Posterior(i).ToArray())];

    static Vote[] Shuffled(VoteTable votes, int seed)
    {
        Vote[] all = [.. votes.All()];
        new Random(seed).Shuffle(all);
        return all;
    }
}
