using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Stop once the side of a cut is sure: P(θ below the cut) at least the confidence or at most one minus it
/// (Spray &amp; Reckase, 1996, Journal of Educational and Behavioral Statistics 21, 405-414, on the posterior).</summary>
public sealed record StopAtClassification : StopRule
{
    /// <summary>The rule.</summary>
    /// <param name="cut">The cut, with its own error.</param>
    /// <param name="confidence">In ]0.5, 1[. Default 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its bounds.</exception>
    public StopAtClassification(AbilityCut cut, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(cut);
        (Cut, Confidence) = (cut, Require.Within(Math.BitIncrement(0.5), Math.BitDecrement(1.0), confidence));
    }

    /// <summary>The cut.</summary>
    public AbilityCut Cut { get; }

    /// <summary>Probability asked for.</summary>
    public double Confidence { get; }

    internal override StopReason Reason => StopReason.Classification;

    internal override Func<CatSession, bool> Compile(Quadrature grid)
    {
        var shares = Cut.Shares(grid);
        return session => session.Track.Average(shares) is var below && (below >= Confidence || below <= 1 - Confidence);
    }
}

/// <summary>Stop once one of the levels that several cuts bound is sure.</summary>
public sealed record StopAtLevel : StopRule
{
    /// <summary>The rule.</summary>
    /// <param name="cuts">The cuts, increasing, at least one.</param>
    /// <param name="confidence">Probability of the likeliest level asked for, in ]0, 1[. Default 0.90.</param>
    /// <exception cref="ArgumentException">There is no cut, or the cuts do not increase.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is outside its bounds.</exception>
    public StopAtLevel(ImmutableArray<AbilityCut> cuts, double confidence = 0.90) =>
        (Cuts, Confidence) = (AbilityCut.Increasing(cuts, nameof(cuts)), Require.Within(double.Epsilon, Math.BitDecrement(1.0), confidence));

    /// <summary>The cuts.</summary>
    public ImmutableArray<AbilityCut> Cuts { get; }

    /// <summary>Probability asked for.</summary>
    public double Confidence { get; }

    internal override StopReason Reason => StopReason.Level;

    internal override Func<CatSession, bool> Compile(Quadrature grid)
    {
        var shares = Cuts.Select(cut => cut.Shares(grid)).ToArray();
        return session =>
        {
            var (likeliest, below) = (0.0, 0.0);
            foreach (var share in shares)
            {
                var next = session.Track.Average(share);
                (likeliest, below) = (Math.Max(likeliest, next - below), next);
            }

            return Math.Max(likeliest, 1 - below) >= Confidence;
        };
    }
}
