namespace Beffroi.Psychometrics;

/// <summary>How differential item functioning is searched for.</summary>
public sealed record DifOptions
{
    /// <summary>Significance level under which an item is flagged, in ]0, 1[. Default 0.05.</summary>
    public double Level { get; init => field = Require.Within(double.Epsilon, Math.BitDecrement(1.0), value, nameof(Level)); } = 0.05;

    /// <summary>Whether people are matched again on the items that are not flagged, and the item under study, until the flags no longer
    /// change (Candell &amp; Drasgow, 1988, Applied Psychological Measurement 12, 253-260). Default false.</summary>
    public bool Purify { get; init; }

    /// <summary>Most rounds of purification, from 1 to 1000: flags may come and go without end. Default 10.</summary>
    public int MaxRounds { get; init => field = (int)Require.Within(1, 1000, value, nameof(MaxRounds)); } = 10;
}
