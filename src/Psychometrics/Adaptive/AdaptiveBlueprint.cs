using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Psychometrics;

/// <summary>An adaptive test as data: items and options in one text, so that two machines that hold it ask the very same questions.
/// It knows what is closed and plain: logistic and partial credit items, maximum information, expected a posteriori; for anything else, build an
/// <see cref="AdaptiveTest"/> from its parts.</summary>
/// <remarks>The text is whole: a value that may not be null and is missing is an error, never a default.</remarks>
public sealed class AdaptiveBlueprint
{
    /// <summary>The form that the library writes.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Form of this text.</summary>
    [JsonRequired]
    public int Version { get; init; } = CurrentVersion;

    /// <summary><see cref="ItemBank.Version"/> of the bank, not blank.</summary>
    public required string Bank { get; init; }

    /// <summary><see cref="CatOptions.Name"/> of the options. Default empty.</summary>
    [JsonRequired]
    public string Options { get; init; } = "";

    /// <summary>The items, in any order: at least one.</summary>
    public required ImmutableArray<BlueprintItem> Items { get; init => field = value.IsDefault ? [] : value; }

    /// <summary>See <see cref="CatOptions.Prior"/>. Default N(0, 1).</summary>
    [JsonRequired]
    public AbilityPrior Prior { get; init; } = AbilityPrior.Standard;

    /// <summary>See <see cref="CatOptions.GridPoints"/>. Default 121.</summary>
    [JsonRequired]
    public int GridPoints { get; init; } = 121;

    /// <summary>See <see cref="MaximumInformation.TargetProbability"/>; null (default) for plain information.</summary>
    public double? TargetProbability { get; init; }

    /// <summary>See <see cref="CatOptions.EasyStart"/>; null (default) for none.</summary>
    public EasyStart? EasyStart { get; init; }

    /// <summary>See <see cref="CatOptions.Quotas"/>. Default none.</summary>
    [JsonRequired]
    public ImmutableArray<ContentQuota> Quotas { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>See <see cref="CatOptions.MaximumPerTestlet"/>; null (default) for no limit.</summary>
    public int? MaximumPerTestlet { get; init; }

    /// <summary>See <see cref="ExposureControl.RandomesqueCount"/>. Default 1.</summary>
    [JsonRequired]
    public int RandomesqueCount { get; init; } = 1;

    /// <summary>See <see cref="CatOptions.MinimumLength"/>. Default 0.</summary>
    [JsonRequired]
    public int MinimumLength { get; init; }

    /// <summary>See <see cref="CatOptions.MaximumLength"/>; null for no limit. Default 40.</summary>
    public int? MaximumLength { get; init; } = 40;

    /// <summary>Stop at this standard error, in logits; null (default) never to.</summary>
    public double? StandardError { get; init; }

    /// <summary>Cuts between levels, increasing: the test stops once one level has a probability of <see cref="LevelConfidence"/>. Default none, and no such stop.</summary>
    [JsonRequired]
    public ImmutableArray<AbilityCut> Cuts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>In ]0, 1[. Default 0.90.</summary>
    [JsonRequired]
    public double LevelConfidence { get; init; } = 0.90;

    /// <summary>The blueprint as JSON, every number to its last digit.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, BlueprintJson.Default.AdaptiveBlueprint);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="JsonException">The text is not a blueprint, or one of a form that this library does not read.</exception>
    /// <exception cref="ArgumentException">A value is outside its bounds.</exception>
    public static AdaptiveBlueprint Parse(string json)
    {
        var read = JsonSerializer.Deserialize(json, BlueprintJson.Default.AdaptiveBlueprint) ?? throw new JsonException("A blueprint is an object, not null.");
        return read.Version == CurrentVersion ? read : throw new JsonException($"The blueprint has form {read.Version}; this library reads form {CurrentVersion}.");
    }

    /// <summary>The test made ready; built once, it serves any number of sessions.</summary>
    /// <exception cref="ArgumentException">A value is outside its bounds, or the options do not fit the items.</exception>
    public AdaptiveTest Build() => new(new(Bank, Items.Select(item => item.Build())), new()
    {
        Name = Options,
        Prior = Prior,
        GridPoints = GridPoints,
        Selection = new MaximumInformation { TargetProbability = TargetProbability },
        EasyStart = EasyStart,
        Quotas = Quotas,
        MaximumPerTestlet = MaximumPerTestlet,
        Exposure = new() { RandomesqueCount = RandomesqueCount },
        MinimumLength = MinimumLength,
        MaximumLength = MaximumLength,
        Stops = [.. Stops()],
    });

    IEnumerable<StopRule> Stops()
    {
        if (StandardError is { } threshold)
        {
            yield return new StopAtStandardError(threshold);
        }

        if (!Cuts.IsEmpty)
        {
            yield return new StopAtLevel(Cuts, LevelConfidence);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AdaptiveBlueprint))]
sealed partial class BlueprintJson : JsonSerializerContext;
