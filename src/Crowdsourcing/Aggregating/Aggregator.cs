namespace Beffroi.Crowdsourcing;

/// <summary>One door to every method of aggregation.</summary>
public static class Aggregator
{
    /// <summary>What the answers say together. The same answers give the same figures, whatever their order.</summary>
    /// <param name="votes">The answers.</param>
    /// <param name="method">How; <see cref="AggregationMethod.DawidSkene"/> is the default of the project, the majority is to be shown beside it.</param>
    /// <param name="options">Settings; null: <see cref="AggregationOptions.Default"/>.</param>
    /// <param name="rounds">Told the number of each round done.</param>
    /// <param name="ct">Stops between two rounds.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Aggregation Aggregate(VoteTable votes, AggregationMethod method = AggregationMethod.DawidSkene, AggregationOptions? options = null, IProgress<int>? rounds = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(votes);
        var course = new Course(options ?? AggregationOptions.Default, rounds, ct);
        return method switch
        {
            AggregationMethod.Majority => Majority.Of(votes),
            AggregationMethod.DawidSkene => ConfusionRounds.Of(votes, course, pooled: false),
            AggregationMethod.Pooled => ConfusionRounds.Of(votes, course, pooled: true),
            AggregationMethod.OneCoin => OneCoin.Of(votes, course),
            AggregationMethod.Glad => Glad.Of(votes, course),
            AggregationMethod.Mace => Mace.Of(votes, course),
            AggregationMethod.Wawa => Wawa.Of(votes),
        };
    }
}
