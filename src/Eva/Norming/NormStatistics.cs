using System.Text.Json;
using System.Text.Json.Serialization;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Norming;

/// <summary>What is told of a cohort and frozen with its norm: figures of people together, never of one.</summary>
public sealed record NormStatistics
{
    public required int Persons { get; init; }

    /// <summary>Results that could not be read for lack of effort, left out.</summary>
    public required int LeftByEffort { get; init; }

    /// <summary>Abilities as results tell them, in logits: narrower than the people.</summary>
    public required double Mean { get; init; }
    public required double StandardDeviation { get; init; }
    public required double MeanStandardError { get; init; }

    /// <summary>How many at each half logit, from the first.</summary>
    public required double HistogramFrom { get; init; }
    public required IReadOnlyList<int> Histogram { get; init; }

    /// <summary>The distribution of abilities free of errors: what percentiles are read in. Null when people do not differ by more than their errors.</summary>
    public required LatentFit? Latent { get; init; }

    /// <summary>Of the estimates: var / (var + mean SE²). Null when they are all equal.</summary>
    public required double? MarginalReliability { get; init; }

    /// <summary>On the people who answered the same form whole; null where there is no such form.</summary>
    public required FormReliability? Form { get; init; }

    public required IReadOnlyList<ItemFitLine> Items { get; init; }

    public required IReadOnlyList<DifStudy> Dif { get; init; }

    /// <summary>People by the device of most of their answers; an empty name where no answer says.</summary>
    public required IReadOnlyList<ModeCount> Modes { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this);

    public static NormStatistics FromJson(string json) => JsonSerializer.Deserialize<NormStatistics>(json) ?? throw new JsonException("Kept statistics are an object.");
}

/// <param name="Omega">Total of one factor; null when it does not settle.</param>
public sealed record FormReliability(int Persons, int Items, double Alpha, double AlphaLow, double AlphaHigh, double? Omega);

/// <summary>How the answers to one item agree with what is believed of it.</summary>
/// <param name="Share">Mean score over the highest, in [0, 1].</param>
public sealed record ItemFitLine(string Item, int Persons, double Share, double Infit, double Outfit, double? InfitZ, double? OutfitZ)
{
    /// <summary>Outside 0.7 to 1.3 (Wright &amp; Linacre, 1994, for tests of little stake) and further than chance: to be read again.</summary>
    [JsonIgnore]
    public bool IsToRead => Infit is < 0.7 or > 1.3 && InfitZ is < -1.96 or > 1.96;
}

public sealed record ModeCount(string Mode, int Persons);

/// <summary>Whether people equal on the whole, of two groups, do equally well on each item.</summary>
public sealed record DifStudy
{
    /// <summary>Fewest people of each group (house design, psychometric reference 4.10).</summary>
    public const int FewestFocal = 100;
    public const int FewestReference = 200;

    /// <summary>Technical name: <c>genre</c>, <c>age</c>, <c>langue</c>, <c>moyen</c>.</summary>
    public required string Groups { get; init; }
    public required int Reference { get; init; }
    public required int Focal { get; init; }

    /// <summary>Why nothing is said; null when items are.</summary>
    public DifGap? Gap { get; init; }

    public IReadOnlyList<DifLine> Items { get; init; } = [];

    [JsonIgnore]
    public IEnumerable<DifLine> Large => Items.Where(i => i.Class is DifClass.C);

    /// <summary>Studied, and no item differs largely.</summary>
    [JsonIgnore]
    public bool IsClear => Gap is null && !Large.Any();
}

[JsonConverter(typeof(JsonStringEnumConverter<DifGap>))]
public enum DifGap
{
    [JsonStringEnumMemberName("trop_peu")] TooFewPeople,

    /// <summary>Questions differ from person to person: matching on a sum has no meaning.</summary>
    [JsonStringEnumMemberName("pas_de_forme_commune")] NoCommonForm,
}

/// <param name="Delta">Of the Educational Testing Service: negative when the item is harder for the focal group.</param>
/// <param name="P">Adjusted for the number of items (Benjamini &amp; Hochberg, 1995).</param>
public sealed record DifLine(string Item, double? Delta, double? P, DifClass? Class);
