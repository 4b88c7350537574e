namespace Beffroi.Crowdsourcing.Tests;

/// <summary>Accuracies on real crowds, held to those published.</summary>
public sealed class TableTests
{
    public static TheoryData<string> Sets() => [.. SharedSets.Table.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Sets))]
    public void The_majority_and_the_number_of_answers_are_those_published(string name)
    {
        var expected = SharedSets.Table.Single(s => s.Name == name);
        var (file, truths) = SharedSets.Read(name);
        Assert.Equal((expected.Labels, 0), (file.Votes.Count, file.ProblemCount));
        Assert.Equal(expected.Majority, Crowd.Aggregate(file.Votes, AggregationMethod.Majority).Accuracy(truths.Known)!.Value, 0.0001);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Dawid_and_Skene_are_nowhere_under_what_is_published(string name)
    {
        var (file, truths) = SharedSets.Read(name);
        var found = Crowd.Aggregate(file.Votes);
        Assert.InRange(found.Accuracy(truths.Known)!.Value, SharedSets.Table.Single(s => s.Name == name).DawidSkene - 0.0001, 1);
        Assert.InRange(found.Iterations, 2, 100);
    }

    [Fact]
    public void The_mean_over_the_sets_is_at_least_that_published() =>
        Assert.True(Mean(AggregationMethod.DawidSkene) >= SharedSets.Table.Average(s => s.DawidSkene));

    [Fact]
    public void The_pooled_confusion_is_as_good_as_published() =>
        Assert.InRange(Mean(AggregationMethod.Pooled), SharedSets.Table.Average(s => s.Pooled) - 0.0005, 1);

    /// <summary>Over the sets of fewer than 30,000 answers: majority 0.855, Dawid-Skene 0.878.</summary>

    [Theory]
    [InlineData(AggregationMethod.Wawa, 0.865)]
    [InlineData(AggregationMethod.OneCoin, 0.855)]
    [InlineData(AggregationMethod.Mace, 0.86)]
    [InlineData(AggregationMethod.Glad, 0.865)]
    public void The_other_methods_do_what_they_should(AggregationMethod method, double least) => Assert.InRange(Mean(method, 30_000), least, 1);

    static double Mean(AggregationMethod method, int fewerThan = int.MaxValue) => SharedSets.Table.Where(s => s.Labels < fewerThan).Average(s =>
    {
        var (file, truths) = SharedSets.Read(s.Name);
        var accuracy = Crowd.Aggregate(file.Votes, method).Accuracy(truths.Known)!.Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"{method} {s.Name} {accuracy:F4}");
        return accuracy;
    });
}
