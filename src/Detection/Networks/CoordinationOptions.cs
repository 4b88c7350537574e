namespace Beffroi.Detection;

/// <summary>What counts as coordinated in our own mode.</summary>
public sealed record CoordinationOptions
{
    /// <summary>Distinct objects that two accounts must have shared within the window, 1 or more. Default 2.</summary>
    public int MinimumObjects { get; init; } = 2;

    /// <summary>Least weight of a tie (its objects discounted by popularity), 0 or more. Default 1: two objects pass when fewer accounts share each than the square root of all.</summary>
    public double MinimumWeight { get; init; } = 1;

    /// <summary>Whether both ends of a tie must also be significant as accounts: of all the pairs of each, and then of all accounts. The rate then holds for accounts, and not only
    /// for ties, of which a few dense networks make so many that 1 % of them would be many people. Default true.</summary>
    public bool AccountRate { get; init; } = true;

    /// <summary>Expected share of ties that chance alone made, among those kept; ]0, 1[. Default 1 %.</summary>
    public double FalseDiscoveryRate { get; init; } = 0.01;

    /// <summary>Chance under which a tie, not significant by itself, still counts among the unlikely partners of an account; ]0, 1[. Accounts that have significantly more of
    /// them than chance gives (same false discovery rate, over accounts) keep those ties among themselves. Default 10⁻³. Null: ties are judged one by one only.</summary>
    public double? SuspectLevel { get; init; } = 1e-3;

    /// <summary>Law of chance.</summary>
    public ChanceModel Model { get; init; } = ChanceModel.Poisson;

    /// <summary>Squared coefficient of variation of the affinity between two people, 0 or more: 10 is what one gets when people are split into eleven groups that
    /// share nothing with each other. Used by <see cref="ChanceModel.Affinity"/>.</summary>
    public double Dispersion { get; init; } = 10;

    /// <summary>Objects discounted by popularity: an object shared by m of N accounts weighs 1 - ln m / ln N. Default true.</summary>
    public bool DiscountPopular { get; init; } = true;

    /// <summary>Background (meetings by chance per unit of activity of both accounts) given from elsewhere: a control population, or the same shares shuffled in time.
    /// Null: estimated on the ties that are not significant.</summary>
    public double? Background { get; init; }

    /// <summary>Kept accounts have at least so many kept ties among themselves (k-core; Luceri et al., 2024, prune nodes rather than edges). 1 keeps pairs. Default 2:
    /// two people who are together are a couple, not a network.</summary>
    public int Core { get; init; } = 2;

    /// <summary>Weight (discounted objects) from which a tie that is significant by itself stands without a core: a pair that is always together is worth a look. Default 4.
    /// Infinity: never.</summary>
    public double StrongTie { get; init; } = 4;

    /// <summary>Share of the tied accounts that are dropped because their eigenvector centrality is the lowest, [0, 1[ (Luceri et al., 2024). Default 0: the centrality is
    /// that of the leading cluster, and drops the others whole.</summary>
    public double CentralityQuantile { get; init; }

    /// <summary>Smallest cluster, accounts, 2 or more. Default 2, and then only pairs of <see cref="StrongTie"/> are that small.</summary>
    public int MinimumCluster { get; init; } = 2;

    /// <summary>Which ties communities are looked for in.</summary>
    public Backbone Backbone { get; init; } = Backbone.Disparity;

    /// <summary>Level of the backbone, ]0, 1]. Default .05.</summary>
    public double BackboneLevel { get; init; } = 0.05;

    /// <summary>Quality that communities maximise.</summary>
    public CommunityQuality Quality { get; init; } = CommunityQuality.Modularity;

    /// <summary>Resolution of communities, above 0: more of it gives smaller ones. Default 1.</summary>
    public double Resolution { get; init; } = 1;

    /// <summary>Seed of the search for communities.</summary>
    public ulong Seed { get; init; } = 1;

    internal CoordinationOptions Checked()
    {
        if (MinimumObjects < 1 || Core < 1 || MinimumCluster < 2)
        {
            throw new InvalidOperationException($"{nameof(MinimumObjects)} and {nameof(Core)} are 1 or more, {nameof(MinimumCluster)} 2 or more.");
        }

        if (FalseDiscoveryRate is not (> 0 and < 1) || BackboneLevel is not (> 0 and <= 1) || SuspectLevel is not (null or (> 0 and < 1)) || CentralityQuantile is not (>= 0 and < 1))
        {
            throw new InvalidOperationException($"{nameof(FalseDiscoveryRate)}, {nameof(SuspectLevel)}, {nameof(BackboneLevel)} and {nameof(CentralityQuantile)} are shares between 0 and 1.");
        }

        if (!(Dispersion >= 0 && double.IsFinite(Dispersion)) || !(Resolution > 0 && double.IsFinite(Resolution)) || !(Background is null or > 0) || !(StrongTie > 0) || !(MinimumWeight >= 0))
        {
            throw new InvalidOperationException($"{nameof(Dispersion)} and {nameof(MinimumWeight)} are 0 or more; {nameof(Resolution)}, {nameof(StrongTie)} and {nameof(Background)} are above 0.");
        }

        return this;
    }
}
