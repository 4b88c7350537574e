using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>How an adaptive test goes. The defaults: N(0, 1) prior on 121 points of [-6, 6], expected a posteriori, maximum information, stop at
/// a standard error of 0.30 or at 40 items.</summary>
public sealed record CatOptions
{
    /// <summary>Name of these options; a session is resumed only under the name it began with. Default empty.</summary>
    public string Name { get; init; } = "";

    /// <summary>Distribution of the ability in the population, which also places the grid: ±6 standard deviations around the mean. Default N(0, 1).</summary>
    public AbilityPrior Prior { get; init; } = AbilityPrior.Standard;

    /// <summary>Points of the grid, odd, from 31 to 1001. Default 121.</summary>
    public int GridPoints { get; init => field = (int)Require.Within(31, 1001, value, nameof(GridPoints)); } = 121;

    /// <summary>How the ability is estimated. Default expected a posteriori.</summary>
    public CatAbilityMethod Ability { get; init; }

    /// <summary>How the next item is selected. Default maximum information.</summary>
    public SelectionRule Selection { get; init; } = new MaximumInformation();

    /// <summary>Opening with easy items; null (default) for none.</summary>
    public EasyStart? EasyStart { get; init; }

    /// <summary>Content quotas, one at most for an area. Default none.</summary>
    public ImmutableArray<ContentQuota> Quotas { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Most items of one testlet in a session, at least 1; null (default) for no limit. Items on one stimulus are not independent given the ability:
    /// asked together they promise more than they tell. It may leave fewer items than a quota's minimum.</summary>
    public int? MaximumPerTestlet { get; init => field = value is { } most ? (int)Require.Within(1, 100_000, most, nameof(MaximumPerTestlet)) : null; }

    /// <summary>Exposure control. Default none.</summary>
    public ExposureControl Exposure { get; init; } = new();

    /// <summary>Answers before which no stop rule is heard, at least 0. Default 0.</summary>
    public int MinimumLength { get; init => field = (int)Require.Within(0, 100_000, value, nameof(MinimumLength)); }

    /// <summary>Items asked, skipped ones included, after which the test stops, at least 1; null for no limit. Default 40.</summary>
    public int? MaximumLength { get; init => field = value is { } length ? (int)Require.Within(1, 100_000, length, nameof(MaximumLength)) : null; } = 40;

    /// <summary>Rules of which any one stops the test (see <see cref="StopWhenAll"/> to ask for several together). Default: standard error at most 0.30.</summary>
    public ImmutableArray<StopRule> Stops { get; init => field = value.IsDefault ? [] : value; } = [new StopAtStandardError(0.30)];
}
