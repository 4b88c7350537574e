namespace Beffroi.Crowdsourcing;

/// <summary>Rounds of a method: how many, when they end, who is told.</summary>
sealed class Course(AggregationOptions options, IProgress<int>? told, CancellationToken ct)
{
    double _before;

    public AggregationOptions Options { get; } = options;

    public int Rounds { get; private set; }

    public bool Settled { get; private set; }

    /// <summary>Notes a round with the logarithm of the likelihood it began from; whether another is to come.</summary>
    public bool Goes(double logLikelihood)
    {
        ct.ThrowIfCancellationRequested();
        Rounds++;
        told?.Report(Rounds);
        Settled = Rounds > 1 && Math.Abs(logLikelihood - _before) <= Options.Tolerance * Math.Abs(_before);
        _before = logLikelihood;
        return !Settled && Rounds < Options.MaxRounds;
    }

    public Aggregation Result(AggregationMethod method, VoteTable votes, double[] posteriors, double[] shares, double[] skills, double[]? confusions) =>
        new(method, votes, posteriors, shares, skills, confusions) { Iterations = Rounds, Settled = Settled };
}
