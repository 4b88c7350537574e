namespace Beffroi.Psychometrics;

/// <summary>People of two groups with the same matching sum.</summary>
/// <param name="Sum">The matching sum.</param>
/// <param name="Reference">How many of the reference group have each score 0, 1, … on the item.</param>
/// <param name="Focal">How many of the focal group have each score.</param>
sealed record Stratum(int Sum, int[] Reference, int[] Focal)
{
    public double ReferenceCount => Reference.Sum();

    public double FocalCount => Focal.Sum();

    public double Count => ReferenceCount + FocalCount;

    /// <summary>Only a stratum with both groups compares them.</summary>
    public bool HasBoth => ReferenceCount > 0 && FocalCount > 0;

    public static double Total(int[] counts) => counts.Select((n, score) => (double)n * score).Sum();

    /// <summary>Variance of the focal group's total if its members were drawn from the stratum without replacement.</summary>
    public double Variance()
    {
        var (total, squares) = (Total(Reference) + Total(Focal), 0.0);
        for (var score = 0; score < Focal.Length; score++)
        {
            squares += (double)score * score * (Reference[score] + Focal[score]);
        }

        return HasBoth ? ReferenceCount * FocalCount * ((Count * squares) - (total * total)) / (Count * Count * (Count - 1)) : 0;
    }

    /// <summary>The focal group's total less what is expected when both groups answer alike.</summary>
    public double Deviation() => HasBoth ? Total(Focal) - (FocalCount * (Total(Reference) + Total(Focal)) / Count) : 0;
}
