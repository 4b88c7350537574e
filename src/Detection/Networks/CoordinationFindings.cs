using System.Runtime.InteropServices;

namespace Beffroi.Detection;

/// <summary>Which test made a tie significant, and so what its false discovery rate is a rate of.</summary>
public enum TieTest
{
    /// <summary>None did.</summary>
    None,

    /// <summary>The chance of the tie itself: the rate is over pairs of accounts and, unless <see cref="CoordinationOptions.AccountRate"/> is off, over accounts too.</summary>
    Tie,

    /// <summary>The number of unlikely partners of both ends: the rate is over accounts, and not over ties.</summary>
    Partners,

    /// <summary>The chance of the tie in several traces together: the rate is over pairs of accounts.</summary>
    Traces,
}

/// <summary>A tie with what chance says of it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TestedTie
{
    /// <summary>The tie as it was counted; its ends are indices in <see cref="CoordinationFindings.Accounts"/>.</summary>
    public required Tie Tie { get; init; }

    /// <summary>Distinct objects, each discounted by its popularity: at most <see cref="Tie.Objects"/>.</summary>
    public required double Weight { get; init; }

    /// <summary>Objects that chance alone would have them share within the window.</summary>
    public required double Expected { get; init; }

    /// <summary>log₁₀ of the chance of so much in common; 0 or less.</summary>
    public required double LogChance { get; init; }

    /// <summary>log₁₀ of the chance adjusted to the number of pairs that could have been tied (Benjamini &amp; Hochberg, 1995); 0 or less.</summary>
    public required double LogAdjusted { get; init; }

    /// <summary>Whether it is significant: enough objects, and either an adjusted chance within the rate asked, or an unlikely tie between two accounts that each have more
    /// unlikely partners than chance gives (<see cref="CoordinationOptions.SuspectLevel"/>).</summary>
    public required bool Significant { get; init; }

    /// <summary>Which test made it significant. Each test is at <see cref="CoordinationOptions.FalseDiscoveryRate"/> by itself; of two that may each accept, the rate is at most twice that.</summary>
    public TieTest AcceptedBy { get; init; }

    /// <summary>Whether it is significant and joins two accounts of clusters.</summary>
    public bool Kept { get; init; }

    /// <summary>Whether it is kept and carries the structure.</summary>
    public bool InBackbone { get; init; }

    /// <summary>The chance itself; 0 where it is under the smallest number.</summary>
    public double Chance => Math.Pow(10, LogChance);

    /// <summary>The adjusted chance itself.</summary>
    public double Adjusted => Math.Pow(10, LogAdjusted);

    /// <summary>Smaller of <see cref="Tie.FirstContents"/> and <see cref="Tie.SecondContents"/> over the larger, ]0, 1].</summary>
    public double Symmetry => (double)Math.Min(Tie.FirstContents, Tie.SecondContents) / Math.Max(Tie.FirstContents, Tie.SecondContents);

    /// <summary>From -1 (the second always leads) to 1 (the first always leads); 0 when neither leads.</summary>
    public double Direction => Tie.FirstLeads + Tie.SecondLeads == 0 ? 0 : (double)(Tie.FirstLeads - Tie.SecondLeads) / (Tie.FirstLeads + Tie.SecondLeads);
}

/// <summary>What coordination says of an account. A reason to look, never a proof.</summary>
/// <param name="Account">Its identifier.</param>
/// <param name="Activity">Distinct objects that it shared.</param>
/// <param name="Ties">Kept ties.</param>
/// <param name="Strength">Sum of the weights of its kept ties.</param>
/// <param name="Cluster">Number of its cluster; null for none.</param>
/// <param name="Score">Continuous score in [0, 1[, computed for every tied account, kept or not: L / (L + L₀), where L is minus the logarithm of the chance of the strongest
/// tie at which the account stands in a group of three, or in a kept pair, and L₀ that of the weakest significant tie. Half is the threshold; 0 when it never stands in a group
/// (after Nizzoli et al., 2021, who move a threshold over the network).</param>
/// <param name="LogChance">log₁₀ of the chance at that threshold; 0 if never.</param>
public sealed record AccountFinding(string Account, int Activity, int Ties, double Strength, int? Cluster, double Score, double LogChance);

/// <summary>Accounts that stand together.</summary>
/// <param name="Number">From 0, largest first.</param>
/// <param name="Members">Their identifiers, in order of decreasing strength.</param>
/// <param name="Ties">Kept ties among them.</param>
/// <param name="Weight">Sum of the weights of those ties.</param>
/// <param name="MeanDelay">Mean time between two shares of a pair, seconds.</param>
public sealed record CoordinationCluster(int Number, IReadOnlyList<string> Members, int Ties, double Weight, double MeanDelay)
{
    /// <summary>Ties that are there over those that could be, ]0, 1].</summary>
    public double Density => 2.0 * Ties / (Members.Count * (Members.Count - 1.0));
}

/// <summary>What an analysis of coordination found.</summary>
public sealed record CoordinationFindings
{
    /// <summary>Accounts of the network, in the order of the network.</summary>
    public required IReadOnlyList<string> Accounts { get; init; }

    /// <summary>Every tie of the network, in its order, with what chance says of it.</summary>
    public required IReadOnlyList<TestedTie> Ties { get; init; }

    /// <summary>Every account of the network, in its order.</summary>
    public required IReadOnlyList<AccountFinding> AccountFindings { get; init; }

    /// <summary>Clusters, largest first.</summary>
    public required IReadOnlyList<CoordinationCluster> Clusters { get; init; }

    /// <summary>Pairs of accounts that could have been tied: both shared enough objects.</summary>
    public required double TestablePairs { get; init; }

    /// <summary>Meetings by chance per unit of activity of both accounts; null when several traces, each with its own, were fused.</summary>
    public required double? Background { get; init; }

    /// <summary>Kept ties.</summary>
    public IEnumerable<TestedTie> Kept => Ties.Where(t => t.Kept);
}
