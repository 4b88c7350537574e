namespace Beffroi.Cli.Detection.Learning;

/// <summary>How one group of trees is grown.</summary>
sealed record TreeRecipe
{
    /// <summary>A forest averages trees grown apart; boosting grows each tree on what the ones before left unexplained.</summary>
    public required bool Forest { get; init; }

    public required int Trees { get; init; }

    public required int Leaves { get; init; }

    /// <summary>Fewest rows of a leaf.</summary>
    public required int LeastRows { get; init; }

    /// <summary>Share of the features looked at for each split.</summary>
    public required double FeaturesBySplit { get; init; }

    /// <summary>Share of the fields hidden in the second copy of each account; 0 for no second copy.</summary>
    public double Hidden { get; init; }

    /// <summary>How far programs and people are made to count the same within each class of popularity, rather than over the whole set: 0 to 1.</summary>
    public double Even { get; init; } = 0.5;

    /// <summary>Step of boosting.</summary>
    public double Step { get; init; } = 0.1;
}
